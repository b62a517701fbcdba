package dev.hallm.bot.command.tenants;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.view.OnboardingButtons;
import dev.hallm.bot.view.OnboardingWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says why a tenant's name is taken by work that goes on, with the ways out when that work waits for a person. */
@Component
class BusyTenant {
    private final Onboardings onboardings;

    BusyTenant(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    Outcome refusal(TenantName name) {
        return onboardings
                .latestOf(name)
                .filter(onboarding -> onboarding.state().isFailed())
                .map(BusyTenant::waits)
                .orElseGet(() -> Outcome.refuse("refuse.create.running", "tenant", name));
    }

    private static Outcome waits(Onboarding onboarding) {
        String words =
                text("refuse.create.waits", "tenant", onboarding.tenant(), "now", OnboardingWords.now(onboarding));
        var blocks = new ArrayList<Block>(List.of(Block.Text.body(Span.plain(words))));
        blocks.addAll(OnboardingButtons.of(onboarding));
        return new Outcome.Refuse(new Message(words, Tone.WARNING, blocks));
    }
}
