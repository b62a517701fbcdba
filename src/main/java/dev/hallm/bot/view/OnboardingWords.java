package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.Captions;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.onboarding.OnboardingState;
import dev.hallm.bot.operation.ChecklistItem;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What people call the parts of an onboarding, and where one is. */
public final class OnboardingWords {
    private OnboardingWords() {}

    static String item(ChecklistItem item) {
        return text("onboarding.item." + item.name().toLowerCase(Locale.ROOT));
    }

    /** A step of the journal; one without words of its own goes by its name. */
    static String step(String word) {
        return Captions.find("onboarding.step." + word).orElse(word);
    }

    static String progress(Onboarding onboarding) {
        return onboarding.done() + " of " + onboarding.items().size();
    }

    /** How long it took, or has taken. */
    static String took(Onboarding onboarding) {
        return onboarding.finishedAt() == null
                ? ""
                : Durations.text(Duration.between(onboarding.startedAt(), onboarding.finishedAt()));
    }

    static Optional<Item> failedItem(Onboarding onboarding) {
        return onboarding.items().stream()
                .filter(item -> item.state() == ItemState.FAILED)
                .findFirst();
    }

    /** Where it is, as the rest of a sentence about it. */
    public static String now(Onboarding onboarding) {
        return switch (onboarding.state()) {
            case APPROVED -> text("onboarding.now.approved");
            case COMPLETE -> text("onboarding.now.complete");
            case CANCELLED -> text("onboarding.now.cancelled");
            case ROLLING_BACK -> text("onboarding.now.rolling-back");
            case ROLLED_BACK -> text("onboarding.now.rolled-back");
            case ROLLBACK_FAILED -> text("onboarding.now.rollback-failed", "why", onboarding.detail());
            case OnboardingState state
            when state.isFailed() -> text("onboarding.now.failed", "item", at(state), "why", why(onboarding));
            case OnboardingState state -> text("onboarding.now.running", "item", at(state));
        };
    }

    private static String at(OnboardingState state) {
        return state.item().map(OnboardingWords::item).orElse("");
    }

    private static String why(Onboarding onboarding) {
        return failedItem(onboarding).map(Item::detail).orElse("");
    }
}
