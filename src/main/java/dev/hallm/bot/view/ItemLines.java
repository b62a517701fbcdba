package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboarding.Item;
import java.time.Duration;
import java.time.Instant;

/** The items of an onboarding as lines: what took how long, what is waited for since when, what failed and why. */
final class ItemLines {
    private ItemLines() {}

    static Block.Checklist of(Onboarding onboarding, Instant now) {
        return new Block.Checklist(onboarding.items().stream()
                .map(item -> new Block.Item(
                        OnboardingWords.item(item.item()),
                        Block.ItemState.valueOf(item.state().name()),
                        detail(item, now)))
                .toList());
    }

    private static String detail(Item item, Instant now) {
        return switch (item.state()) {
            case OPEN -> "";
            case RUNNING -> item.detail() + since(item, now);
            case FAILED, SKIPPED -> item.detail();
            case DONE ->
                item.startedAt() == null || item.finishedAt() == null
                        ? ""
                        : Durations.text(Duration.between(item.startedAt(), item.finishedAt()));
        };
    }

    private static String since(Item item, Instant now) {
        return item.detail().isEmpty() || item.waitsSince() == null ? "" : Waits.since(item.waitsSince(), now);
    }
}
