package dev.hallm.bot.command.access;

import dev.hallm.bot.approval.Requirements;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantPhase;
import dev.hallm.bot.view.OperationWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code user rotate}: makes every kubeconfig and the ingress' password of one tenant worthless, and makes new ones. */
@Component
class UserRotate implements Command<UserRotate.Arguments> {
    private final Requirements requirements;

    UserRotate(Requirements requirements) {
        this.requirements = requirements;
    }

    record Arguments(Tenant name, @Nullable String reason) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user rotate", Arguments.class);
    }

    @Override
    public boolean wishes() {
        return true;
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        Tenant tenant = arguments.name();
        if (tenant.phase() == TenantPhase.DELETING) {
            return Outcome.refuse("refuse.rotate.deleting", "tenant", tenant.name());
        }
        return tenant.ownedBy()
                .map(owner -> wish(new RotateCredentials(
                        tenant.name(),
                        owner,
                        asker.account(),
                        Optional.ofNullable(arguments.reason()).orElse(""))))
                .orElseGet(() -> Outcome.refuse("refuse.rotate.no-owner", "tenant", tenant.name()));
    }

    private Outcome wish(RotateCredentials wish) {
        return requirements.of(wish, wish.requester()) instanceof Requirements.Answer.Silent
                ? new Outcome.Misfit("reason", OperationWords.needsReason(wish))
                : new Outcome.Submit(wish);
    }
}
