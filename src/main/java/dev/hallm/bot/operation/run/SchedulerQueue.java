package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.hallm.bot.operation.OperationQueue;
import dev.hallm.bot.operation.run.OperationJob.Run;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts operations into db-scheduler's table, in the caller's transaction. */
@Component
class SchedulerQueue implements OperationQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerQueue.class);

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
                        .instance(instance(ticket))
                        .data(new Run(id, retry))
                        .scheduledTo(clock.instant()));
    }

    @Override
    public void wake(Ticket ticket) {
        TaskInstanceId instance = OperationJob.TASK.instanceId(instance(ticket));
        try {
            scheduler.getObject().reschedule(instance, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            LOG.debug("{} needs no waking", instance, e);
        }
    }

    private static String instance(Ticket ticket) {
        return ticket.operation().value() + "#" + ticket.run();
    }

    @Override
    public void hurry() {
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
