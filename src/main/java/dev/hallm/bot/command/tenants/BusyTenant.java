package dev.hallm.bot.command.tenants;

import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.view.FailedOperation;
import org.springframework.stereotype.Component;

/** Says why a tenant's name is taken by work that goes on, with the ways out when that work waits for a person. */
@Component
class BusyTenant {
    private final Operations operations;
    private final FailedOperation failed;

    BusyTenant(Operations operations, FailedOperation failed) {
        this.operations = operations;
        this.failed = failed;
    }

    Outcome refusal(TenantName name) {
        return operations
                .failedOn(name)
                .<Outcome>map(row -> new Outcome.Refuse(failed.inTheWay(row)))
                .orElseGet(() -> Outcome.refuse("refuse.create.running", "tenant", name));
    }
}
