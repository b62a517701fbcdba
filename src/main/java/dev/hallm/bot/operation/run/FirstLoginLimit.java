package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.hallm.bot.operation.FirstLoginSettings;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.operation.run.FirstLoginExpiry.Expiring;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the time that a first login is kept: with the welcome, for an onboarding may stand still for days before, or
 * when the onboarding is cancelled. Till then its owner can be shown it, for nothing else opens what runs.
 */
@Component
class FirstLoginLimit implements StepHandler {
    private final ObjectProvider<Scheduler> scheduler;
    private final FirstLoginSettings settings;
    private final Clock clock;

    FirstLoginLimit(ObjectProvider<Scheduler> scheduler, FirstLoginSettings settings, Clock clock) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends Step>> handles() {
        return Set.of(Step.LimitFirstLogin.class);
    }

    /** One job for an operation, however often this runs. */
    @Override
    public StepResult run(Step step, OperationId operation, Duration waited) {
        begin(step.tenant(), operation);
        return new StepResult.Done();
    }

    /** In the transaction of the cancelling. */
    @EventListener
    void on(OperationEvent.Cancelled cancelled) {
        switch (cancelled.operation()) {
            case Operation.Provision p -> begin(p.tenant(), cancelled.id());
            case Operation.RotateCredentials _ -> {
                // makes no first login
            }
        }
    }

    private void begin(TenantName tenant, OperationId operation) {
        Instant now = clock.instant();
        scheduler
                .getObject()
                .scheduleIfNotExists(FirstLoginExpiry.TASK
                        .instance(operation.value())
                        .data(new Expiring(tenant.value(), now))
                        .scheduledTo(now.plus(settings.kept())));
    }
}
