package dev.hallm.bot.onboarding;

import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.tenant.TenantName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One onboarding with its checklist, as stored.
 *
 * @param detail what a roll back waits for or why it failed
 */
public record Onboarding(
        OperationId operation,
        TenantName tenant,
        OnboardingState state,
        int version,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String detail,
        List<Item> items) {
    public Onboarding {
        items = List.copyOf(items);
    }

    /** Items that are done, or left out. */
    public long done() {
        return items.stream()
                .filter(item -> item.state() == ItemState.DONE || item.state() == ItemState.SKIPPED)
                .count();
    }

    /** Whether an event means anything now. */
    public boolean allows(OnboardingEvent event) {
        return Transitions.next(state, event).isPresent();
    }

    /**
     * One item.
     *
     * @param detail what it waits for, why it failed or why it was skipped
     * @param evidence one line of what was seen at its failure, or nothing
     * @param advice what to do about its failure, or nothing
     * @param waitsSince when the wait began that the detail is about, null while it waits for nothing
     */
    public record Item(
            ChecklistItem item,
            ItemState state,
            String detail,
            String evidence,
            String advice,
            @Nullable Instant waitsSince,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** Where an item is. */
    public enum ItemState {
        OPEN,
        RUNNING,
        DONE,
        FAILED,
        SKIPPED
    }
}
