package dev.hallm.bot.onboarding;

import dev.hallm.bot.operation.ChecklistItem;
import java.util.Collections;
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
        /** Run the next item. */
        CONTINUE,
        /** Wait for a person, and keep the tenant. */
        HOLD,
        /** Run the step that failed again. */
        REPEAT,
        /** Leave the item out. */
        LEAVE_OUT,
        /** End where it is, and let others work on the tenant. */
        STOP,
        /** Take away what was made. */
        UNDO,
        /** Nothing more. */
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
        add(table, OnboardingState.APPROVED, OnboardingEvent.START, running(items.getFirst()));
        items.forEach(item -> addItem(table, item, after(item, items)));
        addRollBack(table);
        return Collections.unmodifiableMap(table);
    }

    private static void addItem(Map<Key, Next> table, ChecklistItem item, Next after) {
        OnboardingState running = OnboardingState.running(item);
        OnboardingState failed = OnboardingState.failed(item);
        add(table, running, OnboardingEvent.done(item), after);
        add(table, running, OnboardingEvent.failed(item), new Next(failed, Effect.HOLD));
        add(table, failed, OnboardingEvent.RETRY, new Next(running, Effect.REPEAT));
        if (item.isSkippable()) {
            add(table, failed, OnboardingEvent.SKIP, new Next(after.state(), Effect.LEAVE_OUT));
        }
        for (OnboardingState state : List.of(running, failed)) {
            add(table, state, OnboardingEvent.CANCEL, new Next(OnboardingState.CANCELLED, Effect.STOP));
            add(table, state, OnboardingEvent.ROLL_BACK, new Next(OnboardingState.ROLLING_BACK, Effect.UNDO));
        }
    }

    private static void addRollBack(Map<Key, Next> table) {
        var rollingBack = OnboardingState.ROLLING_BACK;
        var stuck = OnboardingState.ROLLBACK_FAILED;
        add(table, OnboardingState.CANCELLED, OnboardingEvent.ROLL_BACK, new Next(rollingBack, Effect.UNDO));
        add(table, rollingBack, OnboardingEvent.ROLLED_BACK, new Next(OnboardingState.ROLLED_BACK, Effect.FINISH));
        add(table, rollingBack, OnboardingEvent.ROLLBACK_FAILED, new Next(stuck, Effect.HOLD));
        add(table, stuck, OnboardingEvent.RETRY, new Next(rollingBack, Effect.REPEAT));
        add(table, stuck, OnboardingEvent.CANCEL, new Next(OnboardingState.CANCELLED, Effect.STOP));
    }

    private static void add(Map<Key, Next> table, OnboardingState state, OnboardingEvent event, Next next) {
        table.put(new Key(state, event), next);
    }

    private static Next running(ChecklistItem item) {
        return new Next(OnboardingState.running(item), Effect.CONTINUE);
    }

    private static Next after(ChecklistItem item, List<ChecklistItem> items) {
        return item == items.getLast()
                ? new Next(OnboardingState.COMPLETE, Effect.FINISH)
                : running(items.get(items.indexOf(item) + 1));
    }
}
