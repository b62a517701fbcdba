package dev.hallm.bot.cluster;

import java.util.Map;

/**
 * bot-config's {@code platform} and {@code gpu} as far as the cluster needs them.
 *
 * @param domain hosts are {@code ha.<tenant>.<domain>} and {@code ollama.<tenant>.<domain>}
 * @param chart folder or {@code oci://} reference of the stack's chart
 * @param values chart values for every tenant
 * @param gpuResource the resource that sizes grant
 * @param gpuRuntimeClass runtime class of GPU pods, empty for the cluster's default
 */
public record PlatformSettings(
        String domain, String chart, Map<String, Object> values, String gpuResource, String gpuRuntimeClass) {
    public PlatformSettings {
        values = Map.copyOf(values);
    }

    /** Which hosts ask for the tenant's login before anything else; see ADR 17. */
    public enum Guarded {
        OLLAMA,
        BOTH,
        NEITHER
    }

    /** Ollama's alone, unless the chart's values say otherwise. */
    public Guarded guarded() {
        if (authentication("disabled")) {
            return Guarded.NEITHER;
        }
        return authentication("homeAssistant") ? Guarded.BOTH : Guarded.OLLAMA;
    }

    private boolean authentication(String key) {
        return values.get("ingress") instanceof Map<?, ?> ingress
                && ingress.get("authentication") instanceof Map<?, ?> authentication
                && Boolean.TRUE.equals(authentication.get(key));
    }

    /** How the hosts answer: by {@code https} once the chart's values name who issues certificates. */
    public String scheme() {
        boolean certificates = values.get("ingress") instanceof Map<?, ?> ingress
                && ingress.get("clusterIssuer") instanceof String issuer
                && !issuer.isBlank();
        return certificates ? "https" : "http";
    }
}
