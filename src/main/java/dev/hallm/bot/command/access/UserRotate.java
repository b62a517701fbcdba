package dev.hallm.bot.command.access;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantPhase;
import org.springframework.stereotype.Component;

/** {@code user rotate}: makes every kubeconfig and the ingress' password of one tenant worthless, and makes new ones. */
@Component
class UserRotate implements Command<UserRotate.Arguments> {
    record Arguments(Tenant name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user rotate", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        Tenant tenant = arguments.name();
        if (tenant.phase() == TenantPhase.DELETING) {
            return Outcome.refuse("refuse.rotate.deleting", "tenant", tenant.name());
        }
        return tenant.ownedBy()
                .<Outcome>map(owner -> new Outcome.Submit(new RotateCredentials(tenant.name(), owner, asker.account())))
                .orElseGet(() -> Outcome.refuse("refuse.rotate.no-owner", "tenant", tenant.name()));
    }
}
