package dev.hallm.bot.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What tests order to go wrong, each once. */
final class Faults {
    private final List<Order> orders = new ArrayList<>();
    private final List<Stall> stalls = new ArrayList<>();
    private final List<Countdown> countdowns = new ArrayList<>();
    private volatile boolean away;

    private sealed interface Order {
        Match match();
    }

    private record Fail(Match match, int code) implements Order {}

    private record Hold(Match match, Stall stall) implements Order {}

    /** The write with a number, counted down as writes come. */
    private static final class Countdown {
        private final String namespace;
        private final boolean afterwards;
        private final Stall stall;
        private int left;

        Countdown(String namespace, int number, boolean afterwards, Stall stall) {
            this.namespace = namespace;
            this.left = number;
            this.afterwards = afterwards;
            this.stall = stall;
        }

        boolean isReachedBy(Request request) {
            return request.isWriteIn(namespace) && --left == 0;
        }
    }

    private record Match(String method, Pattern path) {
        boolean fits(Request request) {
            return method.equals(request.method())
                    && path.matcher(request.path()).matches();
        }
    }

    boolean away() {
        return away;
    }

    void away(boolean now) {
        away = now;
    }

    synchronized void failNext(String method, String pathRegex, int code) {
        orders.add(new Fail(new Match(method, Pattern.compile(pathRegex)), code));
    }

    synchronized Stall stallNext(String method, String pathRegex) {
        var stall = new Stall();
        stalls.add(stall);
        orders.add(new Hold(new Match(method, Pattern.compile(pathRegex)), stall));
        return stall;
    }

    /** Freezes the write with this number from now on, the first is 1, before or after it is done. */
    synchronized Stall stallWrite(String namespace, int number, boolean afterwards) {
        var stall = new Stall();
        stalls.add(stall);
        countdowns.add(new Countdown(namespace, number, afterwards, stall));
        return stall;
    }

    /** Carries out what is ordered for a request; what is answered is for the time after it. */
    Optional<Stall> strike(Request request) throws InterruptedException {
        switch (take(request).orElse(null)) {
            case Fail fail -> throw ApiProblem.of(fail.code(), "ordered by a test");
            case Hold hold -> hold.stall().hold();
            case null -> {}
        }
        Optional<Countdown> reached = reached(request);
        if (reached.isPresent() && !reached.get().afterwards) {
            reached.get().stall.hold();
        }
        return reached.filter(countdown -> countdown.afterwards).map(countdown -> countdown.stall);
    }

    private synchronized Optional<Countdown> reached(Request request) {
        List<Countdown> reached = countdowns.stream()
                .filter(countdown -> countdown.isReachedBy(request))
                .toList();
        countdowns.removeAll(reached);
        return reached.stream().findFirst();
    }

    synchronized void releaseAll() {
        stalls.forEach(Stall::release);
    }

    private synchronized Optional<Order> take(Request request) {
        Optional<Order> first =
                orders.stream().filter(order -> order.match().fits(request)).findFirst();
        first.ifPresent(orders::remove);
        return first;
    }
}
