package dev.hallm.bot.onboarding;

import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.tenant.TenantName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One onboarding with its checklist, as stored. */
public record Onboarding(
        OperationId operation,
        TenantName tenant,
        OnboardingState state,
        int version,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<Item> items) {
    public Onboarding {
        items = List.copyOf(items);
    }

    /** Items that are done. */
    public long done() {
        return items.stream().filter(item -> item.state() == ItemState.DONE).count();
    }

    /**
     * One item.
     *
     * @param detail what it waits for or why it failed
     */
    public record Item(
            ChecklistItem item,
            ItemState state,
            String detail,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** Where an item is. */
    public enum ItemState {
        OPEN,
        RUNNING,
        DONE,
        FAILED
    }
}
