package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Kubernetes refuses as invalid (422), as far as a bot, a chart or the platform's guide can run into it. */
final class Validation {
    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Set<ResourceType> FREELY_NAMED = Set.of(ResourceTypes.EVENTS);
    private static final Set<String> STANDARD_QUOTA = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "services.nodeports",
            "services.loadbalancers",
            "replicationcontrollers",
            "secrets",
            "persistentvolumeclaims",
            "configmaps");
    private static final Map<String, List<String>> IMMUTABLE = Map.of(
            "deployments.apps", List.of("/spec/selector"),
            "statefulsets.apps", List.of("/spec/selector", "/spec/serviceName", "/spec/volumeClaimTemplates"),
            "rolebindings.rbac.authorization.k8s.io", List.of("/roleRef"),
            "clusterrolebindings.rbac.authorization.k8s.io", List.of("/roleRef"));

    private Validation() {}

    static void ofNew(ResourceType type, ObjectNode object) {
        var causes = new ArrayList<Cause>(name(type, Meta.name(object)));
        causes.addAll(always(type, object));
        refuse(type, object, causes);
    }

    static void ofUpdate(ResourceType type, ObjectNode before, ObjectNode after) {
        var causes = new ArrayList<Cause>();
        for (String path : IMMUTABLE.getOrDefault(type.resource(), List.of())) {
            if (!before.at(path).equals(after.at(path))) {
                String field = path.substring(1).replace('/', '.');
                causes.add(Cause.invalid(field, after.at(path).toString(), "field is immutable"));
            }
        }
        if (type.equals(ResourceTypes.CLAIMS)) {
            causes.addAll(Claims.change(before, after));
        }
        causes.addAll(always(type, after));
        refuse(type, after, causes);
    }

    private static void refuse(ResourceType type, ObjectNode object, List<Cause> causes) {
        if (!causes.isEmpty()) {
            throw ApiProblem.invalid(type, Meta.name(object), causes);
        }
    }

    private static List<Cause> name(ResourceType type, String name) {
        if (name.isEmpty()) {
            return List.of(Cause.required("metadata.name", "name or generateName is required"));
        }
        boolean rbac = type.group().equals("rbac.authorization.k8s.io");
        if (rbac || FREELY_NAMED.contains(type)) {
            return List.of();
        }
        boolean label = type.equals(ResourceTypes.NAMESPACES) || type.equals(ResourceTypes.SERVICES);
        boolean valid = label
                ? LABEL.matcher(name).matches() && name.length() <= 63
                : SUBDOMAIN.matcher(name).matches() && name.length() <= 253;
        String kind = label ? "RFC 1123 label" : "RFC 1123 subdomain";
        String why =
                "a lowercase " + kind + " must consist of lower case alphanumeric characters or '-', and must start"
                        + " and end with an alphanumeric character";
        return valid ? List.of() : List.of(Cause.invalid("metadata.name", name, why));
    }

    private static List<Cause> always(ResourceType type, ObjectNode object) {
        return switch (type.resource()) {
            case "resourcequotas" -> quota(object);
            case "pods" -> pod("spec", object.path("spec"));
            case "deployments.apps", "replicasets.apps", "statefulsets.apps" -> workload(object);
            case "networkpolicies.networking.k8s.io" -> NetworkPolicies.problems(object);
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" ->
                RoleBindings.problems(type, object);
            default -> List.of();
        };
    }

    private static List<Cause> quota(ObjectNode quota) {
        return Json.at(quota, "spec", "hard").properties().stream()
                .flatMap(entry -> hard(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Cause> hard(String key, JsonNode value) {
        String field = "spec.hard[" + key + "]";
        if (!key.contains("/") && !STANDARD_QUOTA.contains(key)) {
            return Stream.of(Cause.invalid(field, key, "must be a standard resource for quota"));
        }
        boolean negative = Amount.at(value).value().signum() < 0;
        return negative
                ? Stream.of(Cause.invalid(field, value.asString(), "must be greater than or equal to 0"))
                : Stream.of();
    }

    private static List<Cause> workload(ObjectNode workload) {
        var causes = new ArrayList<Cause>();
        JsonNode selector = Json.at(workload, "spec", "selector", "matchLabels");
        if (selector.isEmpty()) {
            causes.add(Cause.required("spec.selector", ""));
        } else if (!Selector.ofLabels(selector).matches(Json.at(workload, "spec", "template"))) {
            String labels =
                    Json.at(workload, "spec", "template", "metadata", "labels").toString();
            causes.add(Cause.invalid(
                    "spec.template.metadata.labels", labels, "`selector` does not match template `labels`"));
        }
        causes.addAll(pod("spec.template.spec", Json.at(workload, "spec", "template", "spec")));
        return causes;
    }

    private static List<Cause> pod(String path, JsonNode spec) {
        var causes = new ArrayList<Cause>();
        if (spec.path("containers").isEmpty()) {
            causes.add(Cause.required(path + ".containers", ""));
        }
        int index = 0;
        for (JsonNode container : spec.path("containers")) {
            String field = path + ".containers[" + index++ + "]";
            if (Json.text(container, "image").isEmpty()) {
                causes.add(Cause.required(field + ".image", ""));
            }
            causes.addAll(resources(field + ".resources", container.path("resources")));
        }
        return causes;
    }

    private static List<Cause> resources(String field, JsonNode resources) {
        var causes = new ArrayList<Cause>();
        var limits = Amount.all(resources.path("limits"));
        Amount.all(resources.path("requests")).forEach((name, request) -> {
            Amount limit = limits.get(name);
            boolean extended = name.contains("/");
            if (limit == null && extended) {
                causes.add(Cause.required(field + ".limits", "Limit must be set for non overcommitable resources"));
            } else if (limit != null && extended && request.compareTo(limit) != 0) {
                String why = "must be equal to %s limit of %s".formatted(name, limit);
                causes.add(Cause.invalid(field + ".requests", request.toString(), why));
            } else if (limit != null && request.compareTo(limit) > 0) {
                String why = "must be less than or equal to %s limit of %s".formatted(name, limit);
                causes.add(Cause.invalid(field + ".requests", request.toString(), why));
            }
        });
        return causes;
    }
}
