package dev.hallm.bot.checks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The later looks as db-scheduler executions, taken over by another process when this one dies. */
@Configuration(proxyBeanMethods = false)
class RecheckJob {
    static final TaskDescriptor<Recheck> TASK = TaskDescriptor.of("recheck", Recheck.class);
    private static final Duration AFTER_SURPRISE = Duration.ofMinutes(5);

    /**
     * What a job carries.
     *
     * @param tries looks before the next one
     */
    record Recheck(String operation, String tenant, Instant since, int tries) {
        Recheck afterOneMore() {
            return new Recheck(operation, tenant, since, tries + 1);
        }
    }

    @Bean
    CustomTask<Recheck> recheckTask(Rechecks rechecks, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure((complete, job) ->
                        job.reschedule(complete, clock.instant().plus(AFTER_SURPRISE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance.getData(), rechecks));
    }

    private static CompletionHandler<Recheck> execute(Recheck recheck, Rechecks rechecks) {
        return rechecks.look(recheck)
                .<CompletionHandler<Recheck>>map(
                        next -> (complete, job) -> job.reschedule(complete, next, recheck.afterOneMore()))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }
}
