package dev.hallm.bot.command.onboarding;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.view.OnboardingWords;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Passes on what somebody wishes of an onboarding, and says what came of it. */
@Component
class OnboardingSignals {
    private final Onboardings onboardings;

    OnboardingSignals(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** The onboarding that a button is about. */
    Optional<Onboarding> of(ActionRequest action) {
        return onboardings.find(new OperationId(action.argument("operation")));
    }

    /** Whose onboarding a button is about, empty when there is none. */
    String tenantOf(ActionRequest action) {
        return of(action).map(onboarding -> onboarding.tenant().value()).orElse("");
    }

    /** A wish in words; it is answered. */
    Outcome said(Onboarding onboarding, OnboardingEvent wish, Person by, String why) {
        var done = new Outcome.Answer(
                Message.text(Tone.PROGRESS, text("onboarding.told." + word(wish), "tenant", onboarding.tenant())));
        return send(onboarding, wish, by, why, done);
    }

    /** A wish by a button; the card answers. A button that names a version works at that one only. */
    Outcome clicked(ActionRequest action, OnboardingEvent wish, Person by, String why) {
        String version = action.argument("version");
        return of(action)
                .map(onboarding -> version.isEmpty() || version.equals("" + onboarding.version())
                        ? send(onboarding, wish, by, why, new Outcome.Silent())
                        : refusal(onboarding, wish))
                .orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }

    private Outcome send(Onboarding onboarding, OnboardingEvent wish, Person by, String why, Outcome done) {
        if (why.length() > TextForm.LONGEST) {
            return Outcome.refuse("refuse.too-long", "longest", TextForm.LONGEST);
        }
        return new Outcome.Decide(() ->
                onboardings.signal(onboarding.operation(), wish, by.account(), why) ? done : refusal(onboarding, wish));
    }

    private Outcome refusal(Onboarding onboarding, OnboardingEvent wish) {
        Onboarding now = onboardings.find(onboarding.operation()).orElse(onboarding);
        return Outcome.refuse(
                "refuse.onboarding." + word(wish), "tenant", now.tenant(), "now", OnboardingWords.now(now));
    }

    private static String word(OnboardingEvent wish) {
        return wish.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
