package dev.hallm.bot.view;

import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.checks.ScorecardChanged;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.OnboardingChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the live card of every onboarding in the operations channel. */
@Component
class OnboardingPosts {
    private final Outbox outbox;
    private final Channels channels;

    OnboardingPosts(Outbox outbox, Channels channels) {
        this.outbox = outbox;
        this.channels = channels;
    }

    @EventListener
    void on(OnboardingChanged changed) {
        Subject subject = new Subject(
                OnboardingCard.KIND, changed.onboarding().operation().value());
        for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
            outbox.postCard(subject + "@" + channel.platform(), channel, subject);
        }
        outbox.refresh(subject, urgency(changed.onboarding()));
    }

    /** Long after the onboarding too, while its card is the place where names and certificates are reported. */
    @EventListener
    void on(ScorecardChanged changed) {
        outbox.refresh(new Subject(OnboardingCard.KIND, changed.operation().value()), Urgency.FINAL);
    }

    /** What nobody will change soon goes first. */
    private static Urgency urgency(Onboarding onboarding) {
        return onboarding.state().rests() ? Urgency.FINAL : Urgency.PROGRESS;
    }
}
