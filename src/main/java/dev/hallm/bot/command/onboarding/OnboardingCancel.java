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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code onboarding cancel} and its button: stops for good and keeps what is there; the form is the question whether. */
@Component
class OnboardingCancel implements Command<OnboardingCancel.Arguments>, Action {
    private static final TextForm FORM = TextForm.optional("cancel-onboarding", "text");

    private final OnboardingSignals signals;

    OnboardingCancel(OnboardingSignals signals) {
        this.signals = signals;
    }

    record Arguments(Onboarding name, @Nullable String reason) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("onboarding cancel", Arguments.class, Role.ADMIN, Role.APPROVER);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        String reason = Optional.ofNullable(arguments.reason()).orElse("");
        return signals.said(arguments.name(), OnboardingEvent.CANCEL, asker, reason);
    }

    @Override
    public String verb() {
        return "cancel-onboarding";
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
        return FORM.with(values, reason -> signals.clicked(action, OnboardingEvent.CANCEL, clicker, reason));
    }
}
