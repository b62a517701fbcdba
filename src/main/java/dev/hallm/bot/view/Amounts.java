package dev.hallm.bot.view;

import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.Tenant.QuotaUse;
import java.util.Map;
import java.util.TreeMap;

/** Amounts with units for people. */
final class Amounts {
    private static final Map<String, String> WORDS = Map.of(
            "requests.cpu", "CPU",
            "limits.cpu", "CPU limit",
            "requests.memory", "Memory",
            "limits.memory", "Memory limit",
            "requests.storage", "Storage",
            "requests.nvidia.com/gpu", "GPU");

    private Amounts() {}

    /** {@code 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU}. */
    static String size(StackSize size) {
        String gpu = size.gpu() == 0 ? "no GPU" : size.gpu() + " GPU";
        return cpu(size.cpu()) + " CPU · " + memory(size.memory()) + " · "
                + size.storage().asBytes() + " disk · " + gpu;
    }

    private static String cpu(Range range) {
        String request = range.request().asNumber();
        return range.request().equals(range.limit())
                ? request
                : request + "–" + range.limit().asNumber();
    }

    private static String memory(Range range) {
        String limit = range.limit().asBytes();
        if (range.request().equals(range.limit())) {
            return limit;
        }
        String unit = limit.substring(limit.indexOf(' '));
        String request = range.request().asBytes();
        String amount = request.endsWith(unit) ? request.substring(0, request.length() - unit.length()) : request;
        return amount + "–" + limit;
    }

    static boolean isBytes(String key) {
        return key.endsWith("memory") || key.endsWith("storage");
    }

    static String of(String key, Quantity quantity) {
        return isBytes(key) ? quantity.asBytes() : quantity.asNumber();
    }

    /** {@code 1.5 of 4}. */
    static String use(String key, QuotaUse use) {
        return of(key, use.used()) + " of " + of(key, use.hard());
    }

    static String word(String key) {
        String resource = key.startsWith("requests.") ? key.substring("requests.".length()) : key;
        return WORDS.getOrDefault(key, resource.startsWith("nvidia.com/") ? "GPU " + resource.substring(11) : resource);
    }

    /** GPUs used and granted, of all GPU resources together. */
    static QuotaUse gpus(Map<String, QuotaUse> quota) {
        Quantity used = Quantity.ZERO;
        Quantity hard = Quantity.ZERO;
        for (var entry : new TreeMap<>(quota).entrySet()) {
            if (entry.getKey().startsWith("requests.") && entry.getKey().contains("/")) {
                used = used.plus(entry.getValue().used());
                hard = hard.plus(entry.getValue().hard());
            }
        }
        return new QuotaUse(used, hard);
    }
}
