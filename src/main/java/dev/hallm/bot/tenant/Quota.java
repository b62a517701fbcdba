package dev.hallm.bot.tenant;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hard limits of a tenant's {@code ResourceQuota}, by Kubernetes' keys. */
public record Quota(SortedMap<String, Quantity> hard) {
    public Quota {
        hard = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(hard));
    }

    /**
     * The quota of a size. Every GPU resource of the platform gets a key, 0 where not granted: a quota of one alone
     * lets a tenant take the others.
     *
     * @param gpuResources all GPU resource names; the first is the one that sizes grant
     */
    public static Quota of(StackSize size, List<String> gpuResources) {
        var hard = new TreeMap<String, Quantity>(Map.of(
                "requests.cpu", size.cpu().request(),
                "limits.cpu", size.cpu().limit(),
                "requests.memory", size.memory().request(),
                "limits.memory", size.memory().limit(),
                "requests.storage", size.storage(),
                "services.loadbalancers", Quantity.ZERO,
                "services.nodeports", Quantity.ZERO));
        gpuResources.forEach(resource -> hard.put("requests." + resource, Quantity.ZERO));
        if (!gpuResources.isEmpty()) {
            hard.put("requests." + gpuResources.getFirst(), Quantity.of(size.gpu()));
        }
        return new Quota(hard);
    }
}
