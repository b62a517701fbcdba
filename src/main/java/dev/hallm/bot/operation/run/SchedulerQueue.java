package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.hallm.bot.operation.OperationQueue;
import dev.hallm.bot.operation.run.OperationJob.Run;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts operations into db-scheduler's table, in the caller's transaction. */
@Component
class SchedulerQueue implements OperationQueue {
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    SchedulerQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void schedule(Ticket ticket, boolean retry) {
        String id = ticket.operation().value();
        scheduler
                .getObject()
                .schedule(OperationJob.TASK
                        .instance(id + "#" + ticket.run())
                        .data(new Run(id, retry))
                        .scheduledTo(clock.instant()));
    }

    @Override
    public void hurry() {
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
