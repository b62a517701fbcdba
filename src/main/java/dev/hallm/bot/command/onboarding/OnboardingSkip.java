package dev.hallm.bot.command.onboarding;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.OnboardingEvent;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code onboarding skip} and its button: leaves out an item that failed, with a reason, where that is harmless. */
@Component
class OnboardingSkip implements Command<OnboardingSkip.Arguments>, Action {
    private static final TextForm FORM = TextForm.required("skip-step", "text");

    private final OnboardingSignals signals;

    OnboardingSkip(OnboardingSignals signals) {
        this.signals = signals;
    }

    record Arguments(Onboarding name, String reason) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("onboarding skip", Arguments.class, Role.ADMIN, Role.APPROVER);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return signals.said(arguments.name(), OnboardingEvent.SKIP, asker, arguments.reason());
    }

    @Override
    public String verb() {
        return "skip-step";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        return FORM.of(actionId, "tenant", signals.tenantOf(action));
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return FORM.with(values, reason -> signals.clicked(action, OnboardingEvent.SKIP, clicker, reason));
    }
}
