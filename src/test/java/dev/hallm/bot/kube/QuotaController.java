package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a changed quota act a moment later, and counts again what is used when something has gone. */
final class QuotaController implements Controller {
    private static final Duration NOTICE = Duration.ofMillis(50);
    private static final Set<ResourceType> COUNTED = Set.of(
            ResourceTypes.PODS,
            ResourceTypes.CLAIMS,
            ResourceTypes.SERVICES,
            ResourceTypes.SECRETS,
            ResourceTypes.CONFIG_MAPS,
            ResourceTypes.DEPLOYMENTS,
            ResourceTypes.STATEFUL_SETS,
            ResourceTypes.INGRESSES);

    private final Api api;
    private final ControllerLoop loop;

    QuotaController(Api api, ControllerLoop loop) {
        this.api = api;
        this.loop = loop;
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.QUOTAS) && !change.deleted()) {
            if (!Json.at(change.object(), "spec", "hard").equals(Json.at(change.object(), "status", "hard"))) {
                loop.after(NOTICE, () -> enforce(change.ref()));
            }
        } else if (COUNTED.contains(change.ref().type()) && countsAnew(change)) {
            api.store()
                    .list(ResourceTypes.QUOTAS, change.ref().namespace())
                    .forEach(quota -> api.writer().adjust(ObjectRef.of(ResourceTypes.QUOTAS, quota), this::count));
        }
    }

    private static boolean countsAnew(Change change) {
        ObjectNode before = change.before();
        return before == null || change.deleted() || finished(before) != finished(change.object());
    }

    private static boolean finished(@Nullable ObjectNode pod) {
        return pod != null && QuotaUsage.finished(pod);
    }

    private void enforce(ObjectRef ref) {
        api.writer().adjust(ref, quota -> {
            JsonNode hard = Json.at(quota, "spec", "hard");
            Json.child(quota, "status").set("hard", hard.isMissingNode() ? Json.object() : hard.deepCopy());
            count(quota);
        });
    }

    private void count(ObjectNode quota) {
        var sums = new TreeMap<String, Amount>();
        COUNTED.forEach(type -> api.store().list(type, Meta.namespace(quota)).stream()
                .map(object -> QuotaUsage.of(type, object))
                .forEach(usage -> usage.forEach((key, amount) -> sums.merge(key, amount, Amount::plus))));
        sums.put(
                "resourcequotas",
                Amount.of(api.store()
                        .list(ResourceTypes.QUOTAS, Meta.namespace(quota))
                        .size()));
        ObjectNode used = Json.object();
        Json.at(quota, "status", "hard").propertyNames().stream()
                .filter(QuotaUsage::enforced)
                .sorted()
                .forEach(key -> used.put(key, zeroUnlessIn(sums, key)));
        Json.child(quota, "status").set("used", used);
    }

    private static String zeroUnlessIn(Map<String, Amount> sums, String key) {
        return sums.getOrDefault(key, Amount.ZERO).toString();
    }
}
