package dev.hallm.bot.kube;

import dev.hallm.bot.effect.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What tests order to go wrong, once or until it is healed. */
final class Faults {
    private final List<Order> orders = new ArrayList<>();
    private final List<Stall> stalls = new ArrayList<>();
    private volatile boolean away;

    private sealed interface Order {
        Match match();
    }

    private record Fail(Match match, int code, boolean lasting) implements Order {}

    private record Hold(Match match, Stall stall) implements Order {}

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
        orders.add(new Fail(new Match(method, Pattern.compile(pathRegex)), code, false));
    }

    synchronized void failEvery(String method, String pathRegex, int code) {
        orders.add(new Fail(new Match(method, Pattern.compile(pathRegex)), code, true));
    }

    synchronized void heal(String method, String pathRegex) {
        orders.removeIf(order -> order instanceof Fail(Match match, int _, boolean _)
                && match.method().equals(method)
                && match.path().pattern().equals(pathRegex));
    }

    synchronized Stall stallNext(String method, String pathRegex) {
        var stall = new Stall();
        stalls.add(stall);
        orders.add(new Hold(new Match(method, Pattern.compile(pathRegex)), stall));
        return stall;
    }

    /** Carries out what is ordered for a request. */
    void strike(Request request) {
        switch (take(request).orElse(null)) {
            case Fail fail -> throw ApiProblem.of(fail.code(), "ordered by a test");
            case Hold hold when !hold.stall().hold() -> throw ApiProblem.of(503, "lost on its way");
            case Hold _ -> {}
            case null -> {}
        }
    }

    synchronized void releaseAll() {
        stalls.forEach(Stall::release);
    }

    private synchronized Optional<Order> take(Request request) {
        Optional<Order> first =
                orders.stream().filter(order -> order.match().fits(request)).findFirst();
        first.filter(order -> !(order instanceof Fail fail && fail.lasting())).ifPresent(orders::remove);
        return first;
    }
}
