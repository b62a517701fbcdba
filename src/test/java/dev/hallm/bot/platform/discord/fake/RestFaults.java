package dev.hallm.bot.platform.discord.fake;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Orders trouble for coming requests. A route is named as in Discord's description, {@code POST
 * /channels/{channel_id}/messages}; {@code *} means any.
 */
public final class RestFaults {
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** The next {@code times} requests to the route end this way. */
    public void next(int times, String route, RestFault fault) {
        orders.add(new Order(route, new AtomicInteger(times), fault, Duration.ZERO, false));
    }

    /** The next {@code times} requests to the route get 429 with this {@code Retry-After}. */
    public void rateLimit(int times, String route, Duration retryAfter) {
        orders.add(new Order(route, new AtomicInteger(times), null, retryAfter, false));
    }

    /** The next {@code times} requests get the global 429. */
    public void rateLimitGlobally(int times, Duration retryAfter) {
        orders.add(new Order("*", new AtomicInteger(times), null, retryAfter, true));
    }

    /** The whole API breaks every connection until it is {@link #back}. */
    public void away() {
        away = true;
    }

    public void back() {
        away = false;
    }

    public void clear() {
        orders.clear();
        away = false;
    }

    /** The trouble for this request before it is handled, if any. */
    Optional<RestAnswer> before(Call call) {
        if (away) {
            return Optional.of(RestAnswer.broken(Fault.CONNECTION_RESET_BY_PEER));
        }
        return take(call, false).map(order -> order.answer(call));
    }

    /** Whether the answer of this request gets lost. */
    boolean losesAnswer(Call call) {
        return take(call, true).isPresent();
    }

    private synchronized Optional<Order> take(Call call, boolean after) {
        for (Iterator<Order> all = orders.iterator(); all.hasNext(); ) {
            Order order = all.next();
            if (order.isFor(call.route()) && (order.fault == RestFault.LOSE_ANSWER) == after) {
                if (order.left.decrementAndGet() == 0) {
                    orders.remove(order);
                }
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private record Order(
            String route, AtomicInteger left, @Nullable RestFault fault, Duration retryAfter, boolean global) {

        boolean isFor(Route asked) {
            return route.equals("*") || route.equals(asked.toString());
        }

        RestAnswer answer(Call call) {
            return switch (fault) {
                case INTERNAL_ERROR ->
                    RestAnswer.json(
                            500,
                            Json.object()
                                    .put("message", "500: Internal Server Error")
                                    .put("code", 0));
                case BAD_GATEWAY ->
                    RestAnswer.html(502, "<html><head><title>502 Bad Gateway</title></head><body></body></html>");
                case DROP_CONNECTION, LOSE_ANSWER -> RestAnswer.broken(Fault.CONNECTION_RESET_BY_PEER);
                case null -> RateLimits.exceeded(call, retryAfter, global);
            };
        }
    }
}
