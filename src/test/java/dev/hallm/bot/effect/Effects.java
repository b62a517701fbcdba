package dev.hallm.bot.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Everything that the bot does to the worlds outside, in the order in which it does it. A test freezes one effect, before
 * or after it is done.
 */
public final class Effects {
    private final List<Effect> done = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Stall> stalls = new ArrayList<>();

    /**
     * One of them.
     *
     * @param about all that it carries, to know whose it is
     */
    private record Effect(String what, String about) {
        boolean isOf(String tenant) {
            return word(tenant).matcher(about).find();
        }

        String of(String tenant) {
            return word(tenant).matcher(what).replaceAll("TENANT");
        }

        private static Pattern word(String tenant) {
            return Pattern.compile("(?<![0-9a-z])" + Pattern.quote(tenant) + "(?![0-9a-z])");
        }
    }

    private static final class Order {
        private final String tenant;
        private final Point point;
        private final boolean afterwards;
        private final Stall stall = new Stall();
        private int seen;

        Order(String tenant, Point point, boolean afterwards) {
            this.tenant = tenant;
            this.point = point;
            this.afterwards = afterwards;
        }

        boolean isReachedBy(Effect effect) {
            return effect.isOf(tenant) && effect.of(tenant).equals(point.what()) && ++seen == point.number();
        }
    }

    /** Freezes an effect of a tenant, of those from now on. */
    public synchronized Stall stall(String tenant, Point point, boolean afterwards) {
        var order = new Order(tenant, point, afterwards);
        orders.add(order);
        stalls.add(order.stall);
        return order.stall;
    }

    /** What was done for a tenant so far. */
    public synchronized List<Point> of(String tenant) {
        Map<String, Integer> numbers = new HashMap<>();
        return done.stream()
                .filter(effect -> effect.isOf(tenant))
                .map(effect -> effect.of(tenant))
                .map(what -> new Point(what, numbers.merge(what, 1, Integer::sum)))
                .toList();
    }

    /** Does it, for a world, unless a test has it lost on its way; then there is no result. */
    public <T> Optional<T> doing(String what, String about, Supplier<T> deed) {
        Optional<Order> order = reached(new Effect(what, about));
        if (order.isPresent() && !order.get().afterwards && !order.get().stall.hold(about)) {
            return Optional.empty();
        }
        T result = deed.get();
        boolean arrives =
                order.isEmpty() || !order.get().afterwards || order.get().stall.hold(about);
        return arrives ? Optional.of(result) : Optional.empty();
    }

    private synchronized Optional<Order> reached(Effect effect) {
        done.add(effect);
        List<Order> reached =
                orders.stream().filter(order -> order.isReachedBy(effect)).toList();
        orders.removeAll(reached);
        return reached.stream().findFirst();
    }

    /** Lets everything go on that is frozen. */
    public synchronized void releaseAll() {
        stalls.forEach(Stall::release);
    }
}
