package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboarding.Item;
import java.time.Duration;
import java.time.Instant;

/** The items of an onboarding as lines: what took how long, what is waited for since when, what failed and why. */
final class ItemLines {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);

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
        if (item.detail().isEmpty() || item.waitsSince() == null) {
            return "";
        }
        Duration rounded = rounded(Duration.between(item.waitsSince(), now));
        return rounded.isZero() ? "" : ", " + words(rounded);
    }

    /** In steps, so that a card is not edited for each second. */
    private static Duration rounded(Duration elapsed) {
        int seconds = elapsed.compareTo(MINUTE) < 0 ? 5 : elapsed.compareTo(LONG) < 0 ? 15 : 60;
        return Duration.ofSeconds(elapsed.toSeconds() / seconds * seconds);
    }

    private static String words(Duration rounded) {
        return rounded.compareTo(MINUTE) < 0
                ? rounded.toSeconds() + " s"
                : rounded.toMinutes() + " min"
                        + (rounded.toSecondsPart() == 0 ? "" : " " + rounded.toSecondsPart() + " s");
    }
}
