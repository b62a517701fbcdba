package dev.hallm.bot.onboarding;

import dev.hallm.bot.operation.ChecklistItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The truth about onboarding: what follows from a state and an event, and what is to be done about it. */
public final class Transitions {
    private static final Map<Key, Next> TABLE = table();

    private Transitions() {}

    /** A state and what happens in it. */
    public record Key(OnboardingState state, OnboardingEvent event) {}

    /** What follows. */
    public record Next(OnboardingState state, Effect effect) {}

    /** What the operation is to do. */
    public enum Effect {
        CONTINUE,
        HOLD,
        REPEAT,
        FINISH
    }

    /** What follows; empty when the event means nothing in that state. */
    public static Optional<Next> next(OnboardingState state, OnboardingEvent event) {
        return Optional.ofNullable(TABLE.get(new Key(state, event)));
    }

    /** Every transition there is. */
    public static Map<Key, Next> all() {
        return TABLE;
    }

    private static Map<Key, Next> table() {
        var table = new LinkedHashMap<Key, Next>();
        List<ChecklistItem> items = List.of(ChecklistItem.values());
        table.put(
                new Key(OnboardingState.APPROVED, OnboardingEvent.START),
                new Next(OnboardingState.running(items.getFirst()), Effect.CONTINUE));
        for (ChecklistItem item : items) {
            OnboardingState running = OnboardingState.running(item);
            OnboardingState failed = OnboardingState.failed(item);
            table.put(new Key(running, OnboardingEvent.done(item)), after(item, items));
            table.put(new Key(running, OnboardingEvent.failed(item)), new Next(failed, Effect.HOLD));
            table.put(new Key(failed, OnboardingEvent.RETRY), new Next(running, Effect.REPEAT));
        }
        return java.util.Collections.unmodifiableMap(table);
    }

    private static Next after(ChecklistItem item, List<ChecklistItem> items) {
        return item == items.getLast()
                ? new Next(OnboardingState.COMPLETE, Effect.FINISH)
                : new Next(OnboardingState.running(items.get(items.indexOf(item) + 1)), Effect.CONTINUE);
    }
}
