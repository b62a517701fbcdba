package dev.hallm.bot.bench;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.tenant.Tenants;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * {@code user list} from the stored delivery to the posted answer with many tenants on a real API server, beside {@code
 * kubectl} on the same one; and the heap that remembering them takes.
 */
public final class TenantListBenchmark {
    private static final int TENANTS = Integer.getInteger("tenants", 10_000);
    private static final int WARM_UP = 300;
    private static final int TIMES = 1_000;
    private static final long LOOK_AGAIN = 50_000;

    private TenantListBenchmark() {}

    /** An admin on a platform that keeps everything in memory; found by nothing but this class. */
    static class Admin {
        @Bean
        FakeChat fakeChat() {
            var chat = new FakeChat();
            chat.member("ana", "Ana Petrov");
            return chat;
        }

        @Bean
        @Primary
        RoleGrants adminGrants() {
            Grant ana = new Grant(FakeChat.NAME, FakeChat.NAME, Set.of("ana"), Set.of(), false);
            return new RoleGrants(Map.of(Role.ADMIN, List.of(ana)));
        }
    }

    /** Runs on the cluster of {@code HALLM_TEST_KUBECONFIG}. */
    public static void main(String[] args) {
        String kubeconfig = Objects.requireNonNull(
                System.getenv("HALLM_TEST_KUBECONFIG"), "set HALLM_TEST_KUBECONFIG to a disposable cluster");
        try (ConfigurableApplicationContext bot = new SpringApplicationBuilder(HallmBot.class, Admin.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--hallm.config=src/test/resources/try/bot.yaml",
                        "--hallm.kubernetes.kubeconfig=" + kubeconfig,
                        "--spring.datasource.url=jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;"
                                + "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE")) {
            new ManyTenants(bot.getBean(KubernetesClient.class)).make(TENANTS);
            awaitAll(bot);
            report(bot);
        }
    }

    private static void awaitAll(ConfigurableApplicationContext bot) {
        Tenants tenants = bot.getBean(Tenants.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> bot.getBean(ClusterHealth.class).synced()
                        && tenants.all().size() >= TENANTS);
    }

    private static void report(ConfigurableApplicationContext bot) {
        Dispatcher dispatcher = bot.getBean(Dispatcher.class);
        FakeChat chat = bot.getBean(FakeChat.class);
        Runnable list = () -> list(dispatcher, chat);
        Timings.of(WARM_UP, list);
        Timings ours = Timings.of(TIMES, list);
        Timings kubectl = Timings.of(5, TenantListBenchmark::kubectl);
        say("tenants", "%d", TENANTS);
        say("user list, delivery to answer", "%s", ours);
        say("kubectl get namespaces -l user-namespace=true", "%s", kubectl);
        say("kubectl p50 / user list p99", "%.0f x", kubectl.millis(50) / ours.millis(99));
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        say("heap after a full GC", "%d MB", heap >> 20);
    }

    private static void list(Dispatcher dispatcher, FakeChat chat) {
        String key = UUID.randomUUID().toString();
        dispatcher.receive(new Delivery(key, FakeChat.account("ana"), key, new Delivery.Words("user list")));
        while (chat.forgetWhatIsIn("reply:" + key).isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private static void kubectl() {
        try {
            int code = new ProcessBuilder("kubectl", "get", "namespaces", "-l", "user-namespace=true")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kubectl ended with " + code);
            }
        } catch (IOException e) {
            throw new IllegalStateException("kubectl does not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String what, String form, Object figure) {
        System.out.println(what + ": " + String.format(Locale.ROOT, form, figure));
    }
}
