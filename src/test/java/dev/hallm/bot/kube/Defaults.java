package dev.hallm.bot.kube;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** The fields that Kubernetes fills in when nobody states them, as far as clients here read them. */
final class Defaults {
    private final Store store;
    private final AtomicInteger addresses = new AtomicInteger(1);
    private final AtomicInteger ports = new AtomicInteger(30_000);

    Defaults(Store store) {
        this.store = store;
    }

    void fill(ResourceType type, ObjectNode object) {
        switch (type.resource()) {
            case "namespaces" -> namespace(object);
            case "pods" -> pod(Json.child(object, "spec"));
            case "services" -> service(Json.child(object, "spec"));
            case "secrets" -> secret(object);
            case "persistentvolumeclaims" -> claim(Json.child(object, "spec"));
            case "limitranges" -> limitRange(object);
            case "deployments.apps" -> deployment(Json.child(object, "spec"));
            case "replicasets.apps" -> replicated(Json.child(object, "spec"));
            case "statefulsets.apps" -> statefulSet(Json.child(object, "spec"));
            case "networkpolicies.networking.k8s.io" -> NetworkPolicies.fill(Json.child(object, "spec"));
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" ->
                RoleBindings.fill(object);
            default -> {}
        }
        InitialStatus.fill(type, object);
    }

    private static void namespace(ObjectNode namespace) {
        Json.child(namespace, "metadata", "labels").put("kubernetes.io/metadata.name", Meta.name(namespace));
        Json.setDefault(Json.child(namespace, "spec"), "finalizers", List.of("kubernetes"));
    }

    private static void pod(ObjectNode spec) {
        Json.setDefault(spec, "restartPolicy", "Always");
        Json.setDefault(spec, "serviceAccountName", "default");
        Json.setDefault(spec, "terminationGracePeriodSeconds", 30);
        Json.setDefault(spec, "schedulerName", "default-scheduler");
        Json.setDefault(spec, "dnsPolicy", "ClusterFirst");
        Json.each(spec.path("containers")).forEach(Defaults::container);
        Json.each(spec.path("initContainers")).forEach(Defaults::container);
    }

    /** A container that states only a limit asks for as much. */
    private static void container(ObjectNode container) {
        Json.setDefault(container, "resources", Json.object());
        ObjectNode resources = Json.child(container, "resources");
        if (!resources.path("limits").isEmpty()) {
            ObjectNode requests = Json.child(resources, "requests");
            resources.path("limits").properties().forEach(limit -> {
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            });
        }
        Json.each(container.path("ports")).forEach(port -> Json.setDefault(port, "protocol", "TCP"));
        String image = Json.text(container, "image");
        boolean latest = image.endsWith(":latest")
                || !image.substring(image.lastIndexOf('/') + 1).contains(":");
        Json.setDefault(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
    }

    private void service(ObjectNode spec) {
        Json.setDefault(spec, "type", "ClusterIP");
        Json.setDefault(spec, "sessionAffinity", "None");
        String type = Json.text(spec, "type");
        if (!type.equals("ExternalName") && !spec.hasNonNull("clusterIP")) {
            int number = addresses.getAndIncrement();
            spec.put("clusterIP", "10.96.%d.%d".formatted(number / 250 % 250, number % 250 + 1));
        }
        if (spec.hasNonNull("clusterIP")) {
            spec.set("clusterIPs", Json.array().add(Json.text(spec, "clusterIP")));
        }
        Json.each(spec.path("ports")).forEach(port -> {
            Json.setDefault(port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                port.set("targetPort", port.path("port"));
            }
            if (type.equals("NodePort") || type.equals("LoadBalancer")) {
                Json.setDefault(port, "nodePort", ports.getAndIncrement());
            }
        });
    }

    private static void secret(ObjectNode secret) {
        Json.setDefault(secret, "type", "Opaque");
        if (secret.remove("stringData") instanceof ObjectNode texts) {
            ObjectNode data = Json.child(secret, "data");
            Json.texts(texts).forEach((key, value) -> data.put(key, Base64Text.encode(value)));
        }
    }

    private void claim(ObjectNode spec) {
        Json.setDefault(spec, "volumeMode", "Filesystem");
        if (!spec.hasNonNull("storageClassName")) {
            store.list(ResourceTypes.STORAGE_CLASSES, "").stream()
                    .filter(candidate -> Meta.annotation(candidate, "storageclass.kubernetes.io/is-default-class")
                            .equals("true"))
                    .findFirst()
                    .ifPresent(standard -> spec.put("storageClassName", Meta.name(standard)));
        }
    }

    private static void limitRange(ObjectNode range) {
        Json.each(Json.at(range, "spec", "limits")).forEach(limit -> {
            if (limit.path("default") instanceof ObjectNode standard) {
                ObjectNode requests = Json.child(limit, "defaultRequest");
                standard.properties().forEach(entry -> {
                    if (!requests.has(entry.getKey())) {
                        requests.set(entry.getKey(), entry.getValue());
                    }
                });
            }
        });
    }

    private static void deployment(ObjectNode spec) {
        replicated(spec);
        ObjectNode strategy = Json.child(spec, "strategy");
        Json.setDefault(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            Json.setDefault(strategy, "rollingUpdate", Json.object("maxUnavailable", "25%", "maxSurge", "25%"));
        }
        Json.setDefault(spec, "revisionHistoryLimit", 10);
        Json.setDefault(spec, "progressDeadlineSeconds", 600);
    }

    private static void statefulSet(ObjectNode spec) {
        replicated(spec);
        Json.setDefault(spec, "podManagementPolicy", "OrderedReady");
        Json.setDefault(spec, "updateStrategy", Json.object("type", "RollingUpdate"));
        Json.setDefault(spec, "revisionHistoryLimit", 10);
    }

    private static void replicated(ObjectNode spec) {
        Json.setDefault(spec, "replicas", 1);
        pod(Json.child(spec, "template", "spec"));
    }
}
