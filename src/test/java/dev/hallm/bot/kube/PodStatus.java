package dev.hallm.bot.kube;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The status a kubelet reports, as in the simulated cluster's stages. */
record PodStatus(ObjectNode pod, String now) {
    void write(PodFate fate) {
        ObjectNode status = Json.child(pod, "status");
        boolean ready = fate == PodFate.STARTS;
        boolean pulled = fate != PodFate.NEVER_PULLS && fate != PodFate.PULLS_LATER;
        status.put("phase", pulled ? "Running" : "Pending").put("startTime", now);
        String reason = ready ? "" : "ContainersNotReady";
        Conditions.set(pod, "Initialized", true, "", "", now);
        Conditions.set(pod, "Ready", ready, reason, "", now);
        Conditions.set(pod, "ContainersReady", ready, reason, "", now);
        ArrayNode statuses = status.putArray("containerStatuses");
        Json.each(Json.at(pod, "spec", "containers")).forEach(container -> statuses.add(container(container, fate)));
        if (ready) {
            int number = Meta.uid(pod).hashCode() & 0xFFFF;
            status.put("podIP", "10.244.%d.%d".formatted(number >> 8, number & 0xFF))
                    .put("hostIP", "127.0.0.1");
        }
    }

    private ObjectNode container(ObjectNode container, PodFate fate) {
        ObjectNode status = Json.object("name", container.path("name"), "image", container.path("image"));
        status.put("imageID", "").put("ready", fate == PodFate.STARTS).put("restartCount", 0);
        ObjectNode state = status.putObject("state");
        switch (fate) {
            case STARTS -> {
                status.put("started", true);
                state.putObject("running").put("startedAt", now);
            }
            case NEVER_PULLS, PULLS_LATER ->
                waiting(state, "ImagePullBackOff", "Back-off pulling image: manifest unknown");
            case CRASH_LOOPS, OUT_OF_MEMORY -> {
                status.put("restartCount", 5);
                waiting(state, "CrashLoopBackOff", "back-off 2m40s restarting failed container");
                status.putObject("lastState").set("terminated", terminated(Json.text(container, "image")));
            }
            case NEVER_READY -> {
                status.put("started", false);
                state.putObject("running").put("startedAt", now);
            }
        }
        return status;
    }

    private static void waiting(ObjectNode state, String reason, String message) {
        state.putObject("waiting").put("reason", reason).put("message", message);
    }

    private ObjectNode terminated(String image) {
        boolean killed = image.endsWith(":out-of-memory");
        return Json.object("exitCode", killed ? 137 : 1, "reason", killed ? "OOMKilled" : "Error")
                .put("startedAt", now)
                .put("finishedAt", now);
    }
}
