package dev.hallm.bot.command.onboarding;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.OnboardingEvent;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code onboarding retry} and its button: runs the step that failed again, on the way there or back. */
@Component
class OnboardingRetry implements Command<OnboardingRetry.Arguments>, Action {
    private final OnboardingSignals signals;

    OnboardingRetry(OnboardingSignals signals) {
        this.signals = signals;
    }

    record Arguments(Onboarding name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("onboarding retry", Arguments.class, Role.ADMIN, Role.APPROVER);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return signals.said(arguments.name(), OnboardingEvent.RETRY, asker, "");
    }

    @Override
    public String verb() {
        return "retry";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return signals.clicked(action, OnboardingEvent.RETRY, clicker, "");
    }
}
