package dev.hallm.bot.command.onboarding;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.cluster.TenantDetails;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.tenant.Tenants;
import dev.hallm.bot.view.Notices;
import dev.hallm.bot.view.OnboardingDetails;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code onboarding show} and its button: the checklist with its journal, and what the cluster has of it. */
@Component
class OnboardingShow implements Command<OnboardingShow.Arguments>, Action {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OnboardingSignals signals;
    private final OnboardingDetails view;
    private final Tenants tenants;
    private final TenantDetails details;
    private final Notices notices;

    OnboardingShow(
            OnboardingSignals signals,
            OnboardingDetails view,
            Tenants tenants,
            TenantDetails details,
            Notices notices) {
        this.signals = signals;
        this.view = view;
        this.tenants = tenants;
        this.details = details;
        this.notices = notices;
    }

    record Arguments(Onboarding name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("onboarding show", Arguments.class, Role.ADMIN, Role.APPROVER);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return show(arguments.name());
    }

    private Outcome show(Onboarding onboarding) {
        var tenant = onboarding.tenant();
        return new Outcome.Answer(
                notices.withAge(view.of(onboarding, tenants.find(tenant), details.fetch(tenant, PATIENCE))));
    }

    @Override
    public String verb() {
        return "onboarding-details";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return signals.of(action).map(this::show).orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }
}
