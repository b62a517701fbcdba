package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes a first login when its time is over, whether its owner has seen it or not; tries until the cluster does. */
@Configuration(proxyBeanMethods = false)
class FirstLoginExpiry {
    static final TaskDescriptor<Expiring> TASK = TaskDescriptor.of("first-login-expiry", Expiring.class);

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoginExpiry.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    /**
     * Whose login it is.
     *
     * @param since when its time began; what is made later is of another onboarding
     */
    record Expiring(String tenant, Instant since) {}

    @Bean
    CustomTask<Expiring> firstLoginExpiryTask(TenantCluster cluster, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure((complete, job) ->
                        job.reschedule(complete, clock.instant().plus(AGAIN)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> forget(instance.getData(), cluster, clock));
    }

    private static CompletionHandler<Expiring> forget(Expiring login, TenantCluster cluster, Clock clock) {
        TenantName tenant = new TenantName(login.tenant());
        return switch (cluster.forgetFirstLogin(tenant, login.since())) {
            case ClusterAnswer.Done _ -> new CompletionHandler.OnCompleteRemove<>();
            case ClusterAnswer.NotYet wait -> again(tenant, wait.why(), clock);
            case ClusterAnswer.Away(String why) -> again(tenant, why, clock);
            case ClusterAnswer.Refused(String why, String _) -> again(tenant, why, clock);
        };
    }

    private static CompletionHandler<Expiring> again(TenantName tenant, String why, Clock clock) {
        LOG.warn("the first login of {} is kept longer than it should: {}", tenant, why);
        return (complete, job) -> job.reschedule(complete, clock.instant().plus(AGAIN));
    }
}
