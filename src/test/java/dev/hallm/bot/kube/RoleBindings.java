package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a binding must be to be stored; the role that it names need not exist. */
final class RoleBindings {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String ACCOUNT = "ServiceAccount";

    private RoleBindings() {}

    static void fill(ObjectNode binding) {
        Json.setDefault(Json.child(binding, "roleRef"), "apiGroup", RBAC);
        Json.each(binding.path("subjects"))
                .filter(subject -> !Json.text(subject, "kind").equals(ACCOUNT))
                .forEach(subject -> Json.setDefault(subject, "apiGroup", RBAC));
    }

    static List<Cause> problems(ResourceType type, ObjectNode binding) {
        var causes = new ArrayList<Cause>(role(type, binding.path("roleRef")));
        JsonNode subjects = binding.path("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            causes.addAll(subject("subjects[" + i + "]", subjects.get(i)));
        }
        return causes;
    }

    private static List<Cause> role(ResourceType type, JsonNode role) {
        String kind = Json.text(role, "kind");
        if (Json.text(role, "name").isEmpty()) {
            return List.of(Cause.required("roleRef.name", ""));
        }
        boolean known = kind.equals("ClusterRole") || (kind.equals("Role") && type.namespaced());
        return known ? List.of() : List.of(Cause.invalid("roleRef.kind", kind, "Unsupported value"));
    }

    private static List<Cause> subject(String field, JsonNode subject) {
        if (Json.text(subject, "name").isEmpty()) {
            return List.of(Cause.required(field + ".name", ""));
        }
        return switch (Json.text(subject, "kind")) {
            case ACCOUNT ->
                Json.text(subject, "namespace").isEmpty()
                        ? List.of(Cause.required(field + ".namespace", ""))
                        : List.of();
            case "User", "Group" -> List.of();
            case String other -> List.of(Cause.invalid(field + ".kind", other, "Unsupported value"));
        };
    }
}
