package dev.hallm.bot.cluster.helm;

import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.PlatformSettings.Guarded;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chart's values of one tenant. From weak to strong: the platform's, the shares of the size, the size's own, and
 * what the bot alone decides. A tenth of the quota stays free for pods that come and go.
 */
final class HelmValues {
    private static final BigDecimal HOME_ASSISTANT = new BigDecimal("0.2");
    private static final BigDecimal OLLAMA = new BigDecimal("0.7");
    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

    private HelmValues() {}

    static Map<String, Object> of(PlatformSettings platform, TenantName tenant, StackSize size, boolean ingress) {
        Map<String, Object> values = merged(platform.values(), shares(size));
        return merged(merged(values, size.values()), decided(platform, tenant, size, ingress));
    }

    /** The same with what the bot applies itself and with open ingresses, for whoever reads all objects of a tenant. */
    static Map<String, Object> withPlatformObjects(PlatformSettings platform, TenantName tenant, StackSize size) {
        return merged(of(platform, tenant, size, true), Map.of("platformObjects", Map.of("create", true)));
    }

    static boolean switchesPoliciesOff(Map<String, Object> values) {
        return values.get("platformObjects") instanceof Map<?, ?> objects
                && objects.get("networkPolicies") instanceof Map<?, ?> policies
                && Boolean.FALSE.equals(policies.get("enabled"));
    }

    private static Map<String, Object> shares(StackSize size) {
        return Map.of("homeAssistant", share(size, HOME_ASSISTANT), "ollama", share(size, OLLAMA));
    }

    private static Map<String, Object> share(StackSize size, BigDecimal part) {
        Range cpu = size.cpu();
        Range memory = size.memory();
        return Map.of(
                "storage",
                bytes(size.storage(), part),
                "resources",
                Map.of(
                        "requests",
                        Map.of("cpu", cores(cpu.request(), part), "memory", bytes(memory.request(), part)),
                        "limits",
                        Map.of("cpu", cores(cpu.limit(), part), "memory", bytes(memory.limit(), part))));
    }

    private static Map<String, Object> decided(
            PlatformSettings platform, TenantName tenant, StackSize size, boolean ingress) {
        return Map.of(
                "tenant", tenant.value(),
                "domain", platform.domain(),
                "ingress", Map.of("enabled", ingress, "authentication", authentication(platform.guarded())),
                "platformObjects", Map.of("create", false),
                "gpu",
                        Map.of(
                                "resource", platform.gpuResource(),
                                "count", size.gpu(),
                                "runtimeClass", platform.gpuRuntimeClass()));
    }

    /** No size opens what the platform guards. */
    private static Map<String, Object> authentication(Guarded guarded) {
        return Map.of("disabled", guarded == Guarded.NEITHER, "homeAssistant", guarded == Guarded.BOTH);
    }

    private static String cores(Quantity whole, BigDecimal part) {
        return whole.amount()
                        .multiply(part)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.FLOOR)
                        .toPlainString() + "m";
    }

    private static String bytes(Quantity whole, BigDecimal part) {
        return whole.amount().multiply(part).divide(MEBI, 0, RoundingMode.FLOOR).toPlainString() + "Mi";
    }

    /** Both, map by map; where one of them says something else than a map, the stronger counts. */
    private static Map<String, Object> merged(Map<?, ?> weak, Map<?, ?> strong) {
        var result = new LinkedHashMap<String, Object>();
        weak.forEach((key, value) -> result.put(String.valueOf(key), value));
        strong.forEach(
                (key, value) -> result.put(String.valueOf(key), stronger(result.get(String.valueOf(key)), value)));
        return result;
    }

    private static Object stronger(@Nullable Object weak, Object strong) {
        return weak instanceof Map<?, ?> below && strong instanceof Map<?, ?> above ? merged(below, above) : strong;
    }
}
