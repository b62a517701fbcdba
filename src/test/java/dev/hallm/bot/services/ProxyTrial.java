package dev.hallm.bot.services;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The proxy configuration of a Home Assistant of 2026.8 or later, as read in its source: five minutes on trial. */
final class ProxyTrial {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private Instant since;
    private boolean promoted;

    ProxyTrial(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    private boolean isOver() {
        return !promoted && !clock.instant().isBefore(since.plus(LONGEST));
    }

    boolean isTrusted() {
        return promoted || !isOver();
    }

    boolean promote() {
        if (promoted || isOver()) {
            return false;
        }
        promoted = true;
        return true;
    }

    /** Takes no notes of its own back. */
    boolean configure(JsonNode config) {
        if (!config.path("trusted_proxies").isArray() || config.has("created_at") || config.has("error")) {
            return false;
        }
        since = clock.instant();
        return true;
    }

    Map<String, Object> state() {
        var state = new LinkedHashMap<String, Object>();
        state.put("stable", Map.of("server_port", 8123));
        state.put("pending", promoted ? null : pending());
        state.put("active_config_type", isTrusted() && !promoted ? "pending" : "stable");
        return state;
    }

    private Map<String, Object> pending() {
        var pending = new LinkedHashMap<String, Object>();
        pending.put("server_port", 8123);
        pending.put("use_x_forwarded_for", true);
        pending.put("trusted_proxies", List.of("10.0.0.0/8"));
        pending.put("created_at", since.toString());
        pending.put("error", isOver() ? "not_promoted" : null);
        pending.put("error_message", null);
        return pending;
    }
}
