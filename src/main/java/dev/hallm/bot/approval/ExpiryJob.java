package dev.hallm.bot.approval;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for requests whose time is over, and for those that approvers have let wait, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class ExpiryJob {
    private static final Duration EVERY = Duration.ofSeconds(20);

    @Bean
    RecurringTask<Void> requestExpiry(Approvals approvals, Reminders reminders) {
        return Tasks.recurring("request-expiry", FixedDelay.of(EVERY)).execute((instance, context) -> {
            approvals.expireOverdue();
            reminders.remind();
        });
    }
}
