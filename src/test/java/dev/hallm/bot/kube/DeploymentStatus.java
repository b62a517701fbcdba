package dev.hallm.bot.kube;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a Deployment reports of its ReplicaSets. */
record DeploymentStatus(String now, List<ObjectNode> sets, Optional<ObjectNode> current) {
    private static final String FAILURE = "ReplicaFailure";

    void write(ObjectNode deployment) {
        int wanted = Workloads.replicas(deployment);
        int updated = current.map(set -> Json.number(set, "status", "replicas")).orElse(0);
        int available = sum("availableReplicas");
        int total = sum("replicas");
        Json.child(deployment, "status").put("observedGeneration", Meta.generation(deployment));
        Workloads.count(deployment, "replicas", total);
        Workloads.count(deployment, "updatedReplicas", updated);
        Workloads.count(deployment, "readyReplicas", sum("readyReplicas"));
        Workloads.count(deployment, "availableReplicas", available);
        Workloads.count(deployment, "unavailableReplicas", Math.max(0, Math.max(wanted, total) - available));
        available(deployment, available >= wanted - mayBeMissing(deployment, wanted));
        progressing(deployment, updated == wanted && total == wanted && available == wanted);
        failure(deployment);
    }

    private int sum(String field) {
        return sets.stream().mapToInt(set -> Json.number(set, "status", field)).sum();
    }

    private void available(ObjectNode deployment, boolean enough) {
        String reason = enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable";
        String message =
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.";
        Conditions.set(deployment, "Available", enough, reason, message, now);
    }

    private void progressing(ObjectNode deployment, boolean complete) {
        String name = current.map(Meta::name).orElse(Meta.name(deployment));
        String reason = complete ? "NewReplicaSetAvailable" : "ReplicaSetUpdated";
        String message =
                "ReplicaSet \"%s\" %s.".formatted(name, complete ? "has successfully progressed" : "is progressing");
        Conditions.set(deployment, "Progressing", true, reason, message, now);
    }

    private void failure(ObjectNode deployment) {
        Stream.concat(current.stream(), sets.stream())
                .flatMap(set -> Conditions.find(set, FAILURE).stream())
                .findFirst()
                .ifPresentOrElse(
                        found -> Conditions.set(
                                deployment,
                                FAILURE,
                                true,
                                Json.text(found, "reason"),
                                Json.text(found, "message"),
                                now),
                        () -> Conditions.clear(deployment, FAILURE));
    }

    private static int mayBeMissing(JsonNode deployment, int wanted) {
        JsonNode most = Json.at(deployment, "spec", "strategy", "rollingUpdate", "maxUnavailable");
        String text = most.asString("0");
        return text.endsWith("%")
                ? wanted * Integer.parseInt(text.substring(0, text.length() - 1)) / 100
                : Integer.parseInt(text);
    }
}
