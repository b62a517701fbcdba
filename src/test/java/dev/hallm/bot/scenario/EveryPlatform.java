package dev.hallm.bot.scenario;

import dev.hallm.bot.HallmBot;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** One bot with all its platforms, on the sample cluster in memory; all tests with this annotation share it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties =
                "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE")
@ContextConfiguration(initializers = EveryPlatform.Connected.class)
@ActiveProfiles("dev")
@interface EveryPlatform {
    /** What the shared bot talks to; it ends with the process. */
    Surroundings SURROUNDINGS = new Surroundings();

    /** Connects the bot. */
    final class Connected implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(SURROUNDINGS.environment())
                    .and("hallm.config=" + SURROUNDINGS.config())
                    .and("hallm.kubernetes.kubeconfig-contents="
                            + SURROUNDINGS.kube().kubeconfig())
                    .and("hallm.kubernetes.service-address="
                            + SURROUNDINGS.kube().services().address())
                    .applyTo(context);
        }
    }
}
