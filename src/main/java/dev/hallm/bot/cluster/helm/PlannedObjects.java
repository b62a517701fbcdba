package dev.hallm.bot.cluster.helm;

import dev.hallm.bot.cluster.StackPreview.Planned;
import dev.hallm.bot.tenant.Quota;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a rendered chart for people: limits first, then what runs, then what it needs. */
final class PlannedObjects {
    private static final List<String> ORDER = List.of(
            "ResourceQuota",
            "LimitRange",
            "ServiceAccount",
            "RoleBinding",
            "NetworkPolicy",
            "Deployment",
            "PersistentVolumeClaim",
            "Service",
            "Ingress");

    private PlannedObjects() {}

    /** @param quota what the bot applies: it knows the cluster's GPU resources, which the chart does not */
    static List<Planned> in(String rendered, Quota quota) {
        var serialization = new KubernetesSerialization();
        return Arrays.stream(rendered.split("(?m)^---", -1))
                .filter(document -> document.lines().anyMatch(line -> line.startsWith("kind:")))
                .map(document -> (HasMetadata) serialization.unmarshal(document))
                .sorted(Comparator.comparingInt(PlannedObjects::rank).thenComparing(PlannedObjects::name))
                .map(object -> new Planned(object.getKind(), name(object), what(object, quota)))
                .toList();
    }

    private static int rank(HasMetadata object) {
        int place = ORDER.indexOf(object.getKind());
        return place < 0 ? ORDER.size() : place;
    }

    private static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    private static String what(HasMetadata object, Quota quota) {
        return switch (object) {
            case ResourceQuota _ -> amounts(quota.hard());
            case LimitRange limits -> limits(limits);
            case Deployment deployment ->
                deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                        .map(container -> container.getImage())
                        .collect(Collectors.joining(", "));
            case PersistentVolumeClaim claim ->
                amounts(claim.getSpec().getResources().getRequests());
            case Ingress ingress ->
                ingress.getSpec().getRules().stream()
                        .map(rule -> rule.getHost())
                        .collect(Collectors.joining(", "));
            default -> "";
        };
    }

    private static String limits(LimitRange limits) {
        return limits.getSpec().getLimits().stream()
                .map(limit -> limit.getType() + ": " + amounts(limit.getDefaultRequest()) + " up to "
                        + amounts(limit.getDefault()))
                .collect(Collectors.joining("; "));
    }

    private static String amounts(Map<String, ?> amounts) {
        return new TreeMap<>(amounts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + amount(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String amount(Object amount) {
        return amount instanceof Quantity quantity ? quantity.getAmount() + quantity.getFormat() : amount.toString();
    }
}
