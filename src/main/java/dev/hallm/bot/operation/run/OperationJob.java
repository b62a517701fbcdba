package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationQueue;
import dev.hallm.bot.operation.run.OperationRunner.Ended;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operations as db-scheduler executions: one for each run, taken over by another process when this one dies. */
@Configuration(proxyBeanMethods = false)
class OperationJob {
    static final TaskDescriptor<Run> TASK = TaskDescriptor.of("operation", Run.class);
    private static final Duration AFTER_SURPRISE = Duration.ofSeconds(2);
    /** For the job's row to be written. */
    private static final Duration ALLOWANCE = Duration.ofMillis(10);

    private static final int MOST_DELAYS = 30;

    /** What a job carries; {@code retry} until its first execution ends. */
    record Run(String operation, boolean retry) {}

    @Bean
    CustomTask<Run> operationTask(OperationRunner runner, OperationQueue queue, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure((complete, job) ->
                        job.reschedule(complete, clock.instant().plus(delayAfter(complete))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance.getData(), runner, queue, clock));
    }

    private static CompletionHandler<Run> execute(Run run, OperationRunner runner, OperationQueue queue, Clock clock) {
        OperationId id = new OperationId(run.operation());
        try (var _ = MDC.putCloseable("operation", id.value())) {
            if (run.retry()) {
                runner.prepareRetry(id);
            }
            return switch (runner.run(id)) {
                case Ended.Again(Duration delay) -> {
                    hurryAfter(delay, queue);
                    yield again(run, clock.instant().plus(delay));
                }
                case Ended.Over over -> new CompletionHandler.OnCompleteRemove<>();
            };
        }
    }

    /** A short wait ends on time, not at the next poll after it. */
    private static void hurryAfter(Duration delay, OperationQueue queue) {
        CompletableFuture.delayedExecutor(delay.plus(ALLOWANCE).toMillis(), TimeUnit.MILLISECONDS)
                .execute(queue::hurry);
    }

    private static CompletionHandler<Run> again(Run run, Instant at) {
        return (complete, job) -> job.reschedule(complete, at, new Run(run.operation(), false));
    }

    private static Duration delayAfter(ExecutionComplete complete) {
        return AFTER_SURPRISE.multipliedBy(Math.min(MOST_DELAYS, 1 + complete.getExecution().consecutiveFailures));
    }
}
