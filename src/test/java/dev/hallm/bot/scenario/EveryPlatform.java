package dev.hallm.bot.scenario;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
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
        properties = {
            "hallm.config=src/test/resources/try/platforms.yaml",
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@ContextConfiguration(initializers = EveryPlatform.Surroundings.class)
@ActiveProfiles("dev")
@interface EveryPlatform {
    /** The cluster and the services that the bot talks to; they end with the process. */
    final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final InMemoryKube KUBE = InMemoryKube.start();

        static {
            SampleCluster.fill(KUBE);
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("hallm.kubernetes.kubeconfig-contents=" + KUBE.kubeconfig())
                    .applyTo(context);
        }
    }
}
