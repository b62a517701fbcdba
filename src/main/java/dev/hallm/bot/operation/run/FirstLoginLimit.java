package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.hallm.bot.operation.FirstLoginSettings;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.operation.run.FirstLoginExpiry.Expiring;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts the time that a first login is kept: with the welcome, for an onboarding may stand still for days before. */
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
        scheduler
                .getObject()
                .scheduleIfNotExists(FirstLoginExpiry.TASK
                        .instance(operation.value())
                        .data(new Expiring(step.tenant().value()))
                        .scheduledTo(clock.instant().plus(settings.kept())));
        return new StepResult.Done();
    }
}
