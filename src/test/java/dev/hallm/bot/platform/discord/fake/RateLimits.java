package dev.hallm.bot.platform.discord.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Buckets per route and major parameter, and the documented global limit of 50 requests a second, from which the
 * interaction endpoints are exempt. Discord publishes no figures for routes: they are generous here unless a test sets
 * them.
 */
public final class RateLimits {
    private static final Limit GENEROUS = new Limit(1000, Duration.ofSeconds(1));

    private final Clock clock;
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();
    private final Map<String, Deque<Instant>> uses = new ConcurrentHashMap<>();
    private volatile Limit global = new Limit(50, Duration.ofSeconds(1));

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Sets how many requests a bucket of this route takes in a window. */
    public void limit(String route, int requests, Duration window) {
        limits.put(route, new Limit(requests, window));
    }

    public void limitGlobally(int requests, Duration window) {
        global = new Limit(requests, window);
    }

    /** A 429 when this request is one too many. */
    synchronized Optional<RestAnswer> refuse(Call call) {
        if (call.route().needsToken() && !take("global", global)) {
            return Optional.of(exceeded(call, resetAfter("global", global), true));
        }
        Limit limit = limit(call);
        String key = bucket(call) + call.majorParameter();
        return take(key, limit) ? Optional.empty() : Optional.of(exceeded(call, resetAfter(key, limit), false));
    }

    /** The headers that every answer carries. */
    synchronized Map<String, String> headers(Call call) {
        Limit limit = limit(call);
        String key = bucket(call) + call.majorParameter();
        int used = uses.getOrDefault(key, new ArrayDeque<>()).size();
        return headers(call, limit.requests, Math.max(0, limit.requests - used), resetAfter(key, limit));
    }

    static RestAnswer exceeded(Call call, Duration retryAfter, boolean global) {
        double seconds = retryAfter.toMillis() / 1000.0;
        ObjectNode body = Json.object().put("message", "You are being rate limited.");
        body.put("retry_after", seconds).put("global", global);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
        headers.put("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        } else {
            headers.putAll(headers(call, 1, 0, retryAfter));
        }
        return RestAnswer.json(429, body).with(headers);
    }

    private static Map<String, String> headers(Call call, int limit, int remaining, Duration resetAfter) {
        double seconds = resetAfter.toMillis() / 1000.0;
        double reset = System.currentTimeMillis() / 1000.0 + seconds;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(limit));
        headers.put("X-RateLimit-Remaining", Integer.toString(remaining));
        headers.put("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", reset));
        headers.put("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", seconds));
        headers.put("X-RateLimit-Bucket", bucket(call));
        return headers;
    }

    private Limit limit(Call call) {
        return limits.getOrDefault(call.route().toString(), GENEROUS);
    }

    private static String bucket(Call call) {
        return String.format(Locale.ROOT, "%08x", call.route().toString().hashCode());
    }

    private boolean take(String key, Limit limit) {
        Deque<Instant> times = uses.computeIfAbsent(key, name -> new ArrayDeque<>());
        Instant start = clock.instant().minus(limit.window);
        times.removeIf(time -> !time.isAfter(start));
        return times.size() < limit.requests && times.add(clock.instant());
    }

    private Duration resetAfter(String key, Limit limit) {
        Deque<Instant> times = uses.getOrDefault(key, new ArrayDeque<>());
        Duration left = times.isEmpty()
                ? limit.window
                : Duration.between(clock.instant(), times.getFirst().plus(limit.window));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private record Limit(int requests, Duration window) {}
}
