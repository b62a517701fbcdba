package dev.hallm.bot.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * What two runs of the same work must leave alike: objects as they were asked for, without what differs from one run to
 * the next (versions, times, addresses, secret values, generated names) and without what controllers make of them. The
 * tenant's name reads {@code TENANT}.
 */
final class LastingState {
    private static final String PREFIX = "ha-llm-user-";
    private static final String SUPERSEDED = "Release superseded";
    private static final Set<String> MADE_BY_CONTROLLERS =
            Set.of("Pod", "ReplicaSet", "Event", "Lease", "Endpoints", "EndpointSlice");
    private static final List<String> METADATA =
            List.of("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation", "ownerReferences");
    private static final List<String> SPEC = List.of("clusterIP", "clusterIPs", "volumeName");

    private static final ObjectWriter SORTED = Json.MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private LastingState() {}

    static List<String> of(Api api, String namespace) {
        String tenant = namespace.substring(PREFIX.length());
        var lines = new ArrayList<String>();
        for (ResourceType type : api.types().all()) {
            if (!MADE_BY_CONTROLLERS.contains(type.kind())) {
                found(api, type, namespace).map(LastingState::line).forEach(lines::add);
            }
        }
        return lines.stream()
                .filter(line -> !line.equals(SUPERSEDED))
                .map(line -> line.replace(tenant, "TENANT"))
                .sorted()
                .toList();
    }

    private static Stream<ObjectNode> found(Api api, ResourceType type, String namespace) {
        return type.namespaced()
                ? api.store().list(type, namespace).stream()
                : api.store().list(type, "").stream()
                        .filter(object -> name(object).equals(namespace));
    }

    private static String name(ObjectNode object) {
        return object.path("metadata").path("name").asString("");
    }

    private static String line(ObjectNode stored) {
        ObjectNode object = stored.deepCopy();
        object.remove("status");
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(METADATA);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove("hallm.dev/onboarding");
            }
        }
        if (object.path("spec") instanceof ObjectNode spec) {
            spec.remove(SPEC);
        }
        return isSecret(object)
                ? secret(object)
                : object.path("kind").asString("") + " " + SORTED.writeValueAsString(object);
    }

    private static boolean isSecret(ObjectNode object) {
        return object.path("kind").asString("").equals("Secret");
    }

    /** Values are random; Helm's revisions differ in number, but one must be deployed and none pending. */
    private static String secret(ObjectNode secret) {
        if (name(secret).startsWith("sh.helm.release.")) {
            return "Release "
                    + secret.path("metadata").path("labels").path("status").asString("");
        }
        return "Secret " + name(secret) + " "
                + secret.path("data").propertyNames().stream().sorted().toList();
    }
}
