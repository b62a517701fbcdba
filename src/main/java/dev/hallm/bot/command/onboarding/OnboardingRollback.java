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

/** {@code onboarding rollback} and its button: takes away what was made, once the tenant's name was typed out. */
@Component
class OnboardingRollback implements Command<OnboardingRollback.Arguments>, Action {
    private static final TextForm FORM = TextForm.typed("roll-back", "text");

    private final OnboardingSignals signals;

    OnboardingRollback(OnboardingSignals signals) {
        this.signals = signals;
    }

    record Arguments(Onboarding name, String confirm) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("onboarding rollback", Arguments.class, Role.ADMIN, Role.APPROVER);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return isName(arguments.name(), arguments.confirm())
                ? signals.said(arguments.name(), OnboardingEvent.ROLL_BACK, asker, "")
                : unconfirmed(arguments.name());
    }

    @Override
    public String verb() {
        return "roll-back";
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
        return FORM.with(
                values,
                typed -> signals.of(action)
                        .filter(onboarding -> !isName(onboarding, typed))
                        .map(OnboardingRollback::unconfirmed)
                        .orElseGet(() -> signals.clicked(action, OnboardingEvent.ROLL_BACK, clicker, "")));
    }

    private static boolean isName(Onboarding onboarding, String typed) {
        return typed.strip().equalsIgnoreCase(onboarding.tenant().value());
    }

    private static Outcome unconfirmed(Onboarding onboarding) {
        return Outcome.refuse("refuse.onboarding.roll-back.unconfirmed", "tenant", onboarding.tenant());
    }
}
