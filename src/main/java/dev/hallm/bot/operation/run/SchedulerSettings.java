package dev.hallm.bot.operation.run;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** db-scheduler on our clock, with JSON in its rows, and with row locks where the database has them. */
@Configuration(proxyBeanMethods = false)
class SchedulerSettings {
    @Bean
    DbSchedulerCustomizer jsonRows() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** H2 has no {@code lock-and-fetch}; several replicas run on PostgreSQL only. */
    @Bean
    static BeanPostProcessor lockAndFetchOnPostgres(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DbSchedulerProperties properties
                        && environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
                    properties.setPollingStrategy(PollingStrategyConfig.Type.LOCK_AND_FETCH);
                }
                return bean;
            }
        };
    }
}
