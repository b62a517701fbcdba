package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Tenant.QuotaUse;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Used and hard of one ResourceQuota, as it is enforced; of a fresh one, what was asked for. */
record QuotaFacts(Map<String, QuotaUse> use) {
    QuotaFacts {
        use = Map.copyOf(use);
    }

    static QuotaFacts of(ResourceQuota quota, Interner interner) {
        ResourceQuotaStatus status = quota.getStatus();
        var enforced = status == null ? null : status.getHard();
        var hard = enforced == null || enforced.isEmpty() ? quota.getSpec().getHard() : enforced;
        var used = status == null ? null : status.getUsed();
        var use = new HashMap<String, QuotaUse>();
        orEmpty(hard)
                .forEach((key, granted) -> use.put(
                        interner.of(key),
                        interner.of(new QuotaUse(
                                interner.of(quantity(orEmpty(used).get(key))), interner.of(quantity(granted))))));
        return new QuotaFacts(use);
    }

    /** Several quotas apply together: of each key the one with the least room counts. */
    static Map<String, QuotaUse> together(List<QuotaFacts> quotas) {
        if (quotas.size() == 1) {
            return quotas.getFirst().use();
        }
        var all = new HashMap<String, QuotaUse>();
        quotas.forEach(quota -> quota.use().forEach((key, use) -> all.merge(key, use, QuotaFacts::tighter)));
        return all;
    }

    private static QuotaUse tighter(QuotaUse one, QuotaUse other) {
        return one.hard().minus(one.used()).compareTo(other.hard().minus(other.used())) <= 0 ? one : other;
    }

    private static Map<String, io.fabric8.kubernetes.api.model.Quantity> orEmpty(
            @Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> map) {
        return Objects.requireNonNullElse(map, Map.of());
    }

    /** Ours of fabric8's, zero when absent or unreadable. */
    static Quantity quantity(io.fabric8.kubernetes.api.model.@Nullable Quantity theirs) {
        return theirs == null
                ? Quantity.ZERO
                : Quantity.tryParse(theirs.toString()).orElse(Quantity.ZERO);
    }
}
