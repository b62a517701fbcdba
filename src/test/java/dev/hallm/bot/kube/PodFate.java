package dev.hallm.bot.kube;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a pod, by the tag of one of its images. */
enum PodFate {
    STARTS,
    NEVER_PULLS,
    PULLS_LATER,
    CRASH_LOOPS,
    OUT_OF_MEMORY,
    NEVER_READY;

    static Optional<PodFate> ofImage(String image) {
        return Arrays.stream(values())
                .filter(fate -> fate != STARTS && image.endsWith(":" + fate.tag()))
                .findFirst();
    }

    private String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes the events a kubelet would. */
    void announce(ObjectNode pod, EventRecorder events) {
        switch (this) {
            case STARTS -> running(pod, events);
            case NEVER_PULLS, PULLS_LATER -> {
                events.warning(pod, "Failed", "Failed to pull image: manifest unknown");
                events.normal(pod, "BackOff", "Back-off pulling image: manifest unknown");
            }
            case CRASH_LOOPS, OUT_OF_MEMORY -> {
                running(pod, events);
                events.warning(pod, "BackOff", "Back-off restarting failed container");
            }
            case NEVER_READY -> {
                running(pod, events);
                String message = "Readiness probe failed: HTTP probe failed with statuscode: 503";
                events.warning(pod, "Unhealthy", message);
            }
        }
    }

    private static void running(ObjectNode pod, EventRecorder events) {
        Json.each(Json.at(pod, "spec", "containers")).forEach(container -> {
            String image = Json.text(container, "image");
            String name = Json.text(container, "name");
            events.normal(pod, "Pulled", "Successfully pulled image \"%s\" in 1ms".formatted(image));
            events.normal(pod, "Created", "Container created: " + name);
            events.normal(pod, "Started", "Container started: " + name);
        });
    }
}
