package dev.hallm.bot.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.PlatformStatus;
import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What monitoring sees over HTTP of the bot in production: no profile, a chat platform and a cluster that come and go. */
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hallm.config=src/test/resources/try/bot.yaml",
            "spring.datasource.url=jdbc:h2:mem:monitoring;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@Import(MonitoringTest.Chat.class)
@DirtiesContext
class MonitoringTest {
    private static final InMemoryKube KUBE = InMemoryKube.start();
    private static final AtomicReference<PlatformStatus.Status> STATUS =
            new AtomicReference<>(new PlatformStatus.Status.Connected());

    @LocalServerPort
    private int port;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private Acknowledgements acknowledgements;

    static class Chat {
        @Bean
        FakeChat fakeChat() {
            return new FakeChat();
        }

        @Bean
        PlatformStatus fakeStatus() {
            return new PlatformStatus() {
                @Override
                public String platform() {
                    return FakeChat.NAME;
                }

                @Override
                public Status status() {
                    return STATUS.get();
                }
            };
        }
    }

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        SampleCluster.fill(KUBE);
        registry.add("hallm.kubernetes.kubeconfig-contents", KUBE::kubeconfig);
        registry.add("hallm.kubernetes.service-address", KUBE.services()::address);
        registry.add("hallm.dns.server", KUBE.services().dns()::address);
    }

    @AfterEach
    void everythingIsBack() {
        KUBE.comeBack();
        STATUS.set(new PlatformStatus.Status.Connected());
    }

    @AfterAll
    static void stop() {
        KUBE.close();
    }

    @Test
    void hasAComponentForEachThingThatCanBeAway() {
        assertThat(get("/actuator/health").body())
                .contains("\"lab\":{\"status\":\"UP\"", "\"kubernetes\":{", "\"db\":{", "\"status\":\"UP\"");
    }

    @Test
    void staysReadyWhileAPlatformAndKubernetesAreAway() {
        STATUS.set(new PlatformStatus.Status.Misconfigured("invalid_auth"));
        KUBE.goAway();

        await().untilAsserted(() -> assertThat(get("/actuator/health").body())
                .contains(
                        "\"kubernetes\":{\"details\":{", "\"lab\":{\"details\":{\"misconfigured\":\"invalid_auth\"}"));
        await().untilAsserted(() -> assertThat(get("/actuator/health").body())
                .containsPattern("\"kubernetes\":\\{[^}]*},\"status\":\"DOWN\""));
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").body()).contains("\"db\"").doesNotContain("kubernetes");
    }

    @Test
    void countsInteractionsWithoutWhatPeopleTyped() {
        deliver("whoami");
        deliver("xyzzy plugh");

        await().untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                .contains("hallm_interactions_total{command=\"whoami\",outcome=\"refused\",platform=\"lab\"}")
                .contains("hallm_interactions_total{command=\"unknown\",outcome=\"refused\",platform=\"lab\"}")
                .doesNotContain("xyzzy"));
    }

    @Test
    void showsQueuesAndAges() {
        assertThat(get("/actuator/prometheus").body())
                .contains("hallm_outbox_depth{platform=\"lab\"}")
                .contains("hallm_outbox_age_seconds{platform=\"lab\"}")
                .contains("\nhallm_inbox_depth ")
                .contains("\nhallm_inbox_age_seconds ")
                .contains("\nhallm_informer_age_seconds ");
    }

    @Test
    void measuresTheDispatchersShareOfAcknowledgementsWhereAPlatformMeasuresNothing() {
        deliver("help");
        assertThat(get("/actuator/prometheus").body())
                .contains("hallm_acknowledgement_seconds_bucket{platform=\"lab\",le=\"0.1\"}");

        acknowledgements.answered("other", Duration.ofMillis(80));
        acknowledgements.answered("other", Duration.ofMillis(400));

        assertThat(get("/actuator/prometheus").body())
                .contains("hallm_acknowledgement_seconds_bucket{platform=\"other\",le=\"0.1\"} 1")
                .contains("hallm_acknowledgement_seconds_bucket{platform=\"other\",le=\"0.5\"} 2");
    }

    @Test
    void showsNothingElse() {
        for (String path : new String[] {"env", "beans", "metrics", "info", "configprops", "loggers", "heapdump"}) {
            assertThat(get("/actuator/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private void deliver(String line) {
        String key = UUID.randomUUID().toString();
        dispatcher.receive(new Delivery(key, FakeChat.account("nobody"), key, new Delivery.Words(line)));
    }

    private HttpResponse<String> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
