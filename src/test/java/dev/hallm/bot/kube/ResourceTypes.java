package dev.hallm.bot.kube;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/** What this API server serves: Kubernetes' own types as far as anybody here needs them, and those that CRDs add. */
final class ResourceTypes {
    static final ResourceType NAMESPACES = cluster("v1", "namespaces", "Namespace", "status");
    static final ResourceType NODES = cluster("v1", "nodes", "Node", "status");
    static final ResourceType PODS = namespaced("v1", "pods", "Pod", "status");
    static final ResourceType SERVICES = namespaced("v1", "services", "Service", "status");
    static final ResourceType SECRETS = namespaced("v1", "secrets", "Secret");
    static final ResourceType CONFIG_MAPS = namespaced("v1", "configmaps", "ConfigMap");
    static final ResourceType SERVICE_ACCOUNTS = namespaced("v1", "serviceaccounts", "ServiceAccount", "token");
    static final ResourceType CLAIMS = namespaced("v1", "persistentvolumeclaims", "PersistentVolumeClaim", "status");
    static final ResourceType QUOTAS = namespaced("v1", "resourcequotas", "ResourceQuota", "status");
    static final ResourceType LIMIT_RANGES = namespaced("v1", "limitranges", "LimitRange");
    static final ResourceType EVENTS = namespaced("v1", "events", "Event");
    static final ResourceType DEPLOYMENTS = namespaced("apps/v1", "deployments", "Deployment", "status", "scale");
    static final ResourceType REPLICA_SETS = namespaced("apps/v1", "replicasets", "ReplicaSet", "status", "scale");
    static final ResourceType STATEFUL_SETS = namespaced("apps/v1", "statefulsets", "StatefulSet", "status", "scale");
    static final ResourceType INGRESSES = namespaced("networking.k8s.io/v1", "ingresses", "Ingress", "status");
    static final ResourceType STORAGE_CLASSES = cluster("storage.k8s.io/v1", "storageclasses", "StorageClass");
    static final ResourceType CERTIFICATES = namespaced("cert-manager.io/v1", "certificates", "Certificate", "status");
    static final ResourceType CRDS =
            cluster("apiextensions.k8s.io/v1", "customresourcedefinitions", "CustomResourceDefinition", "status");

    private static final List<ResourceType> OTHERS = List.of(
            cluster("v1", "persistentvolumes", "PersistentVolume", "status"),
            namespaced("v1", "endpoints", "Endpoints"),
            namespaced("apps/v1", "daemonsets", "DaemonSet", "status"),
            namespaced("batch/v1", "jobs", "Job", "status"),
            namespaced("batch/v1", "cronjobs", "CronJob", "status"),
            namespaced("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy"),
            cluster("networking.k8s.io/v1", "ingressclasses", "IngressClass"),
            namespaced("rbac.authorization.k8s.io/v1", "roles", "Role"),
            namespaced("rbac.authorization.k8s.io/v1", "rolebindings", "RoleBinding"),
            cluster("rbac.authorization.k8s.io/v1", "clusterroles", "ClusterRole"),
            cluster("rbac.authorization.k8s.io/v1", "clusterrolebindings", "ClusterRoleBinding"),
            namespaced("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", "status"),
            namespaced("coordination.k8s.io/v1", "leases", "Lease"),
            namespaced("snapshot.storage.k8s.io/v1", "volumesnapshots", "VolumeSnapshot", "status"),
            cluster("snapshot.storage.k8s.io/v1", "volumesnapshotclasses", "VolumeSnapshotClass"));

    private final Map<String, ResourceType> byPath = new ConcurrentSkipListMap<>();

    ResourceTypes() {
        List.of(NAMESPACES, NODES, PODS, SERVICES, SECRETS, CONFIG_MAPS, SERVICE_ACCOUNTS, CLAIMS, QUOTAS)
                .forEach(this::add);
        List.of(LIMIT_RANGES, EVENTS, DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS, INGRESSES, STORAGE_CLASSES)
                .forEach(this::add);
        List.of(CERTIFICATES, CRDS).forEach(this::add);
        OTHERS.forEach(this::add);
    }

    Collection<ResourceType> all() {
        return byPath.values();
    }

    Optional<ResourceType> find(String apiVersion, String plural) {
        return Optional.ofNullable(byPath.get(apiVersion + "/" + plural));
    }

    Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return all().stream()
                .filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst();
    }

    /** Serves what a CustomResourceDefinition describes from now on. */
    void define(ObjectNode crd) {
        String group = Json.text(crd, "spec", "group");
        Json.each(crd.path("spec").path("versions")).forEach(version -> {
            boolean namespaced = Json.text(crd, "spec", "scope").equals("Namespaced");
            var subresources = Set.copyOf(version.path("subresources").propertyNames());
            String plural = Json.text(crd, "spec", "names", "plural");
            String kind = Json.text(crd, "spec", "names", "kind");
            add(new ResourceType(group, Json.text(version, "name"), plural, kind, namespaced, subresources));
        });
    }

    private void add(ResourceType type) {
        byPath.putIfAbsent(type.apiVersion() + "/" + type.plural(), type);
    }

    private static ResourceType namespaced(String apiVersion, String plural, String kind, String... subresources) {
        return type(apiVersion, plural, kind, true, subresources);
    }

    private static ResourceType cluster(String apiVersion, String plural, String kind, String... subresources) {
        return type(apiVersion, plural, kind, false, subresources);
    }

    private static ResourceType type(
            String apiVersion, String plural, String kind, boolean namespaced, String... subresources) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return new ResourceType(group, apiVersion.substring(slash + 1), plural, kind, namespaced, Set.of(subresources));
    }
}
