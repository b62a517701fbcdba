package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that dies anywhere goes on after its restart and ends in the same state. */
class SurvivalIT {
    private static final String NAMESPACE = "ha-llm-user-survivor";

    @TempDir
    Path folder;

    private final InMemoryKube kube = InMemoryKube.start();

    @BeforeEach
    void fill() {
        SampleCluster.fill(kube);
    }

    @AfterEach
    void stop() {
        kube.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    before the quota is stored             | PATCH | .*/resourcequotas/user-quota.*
                    inside Helm, between two objects       | POST  | .*/namespaces/ha-llm-user-survivor/deployments.*
                    inside Helm, before it marks the end   | PUT   | .*/secrets/sh.helm.release.v1.ha-llm-survivor.v1.*
                    inside Helm, while ingresses open      | POST  | .*/namespaces/ha-llm-user-survivor/ingresses.*""")
    void goesOnWhereItWasKilled(String where, String method, String path) throws IOException {
        Stall stall = kube.stallNext(method, path);
        try (BotProcess bot = start()) {
            ConsoleClient console = bot.console();
            console.say("ana", "user create survivor owner=@cy size=small");
            console.click("bo", "approvals", "Access request · survivor", "Approve request");
            stall.awaitReached(Duration.ofSeconds(60));
            bot.kill();
        }
        stall.release();

        try (BotProcess bot = start()) {
            ConsoleClient console = bot.console();

            console.awaitArticle("ana", "operations", "survivor is ready, after");

            assertThat(console.count("cy", "private", "Welcome! survivor is ready"))
                    .isEqualTo(1);
            assertThat(console.count("ana", "operations", "survivor is ready for"))
                    .isEqualTo(1);
            assertMade();
        }
    }

    private void assertMade() {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build()) {
            assertThat(client.secrets()
                            .inNamespace(NAMESPACE)
                            .withLabel("owner", "helm")
                            .list()
                            .getItems())
                    .filteredOn(secret -> !"superseded"
                            .equals(secret.getMetadata().getLabels().get("status")))
                    .singleElement()
                    .satisfies(secret ->
                            assertThat(secret.getMetadata().getLabels()).containsEntry("status", "deployed"));
            assertThat(client.network()
                            .v1()
                            .ingresses()
                            .inNamespace(NAMESPACE)
                            .list()
                            .getItems())
                    .hasSize(2);
            assertThat(client.apps().deployments().inNamespace(NAMESPACE).list().getItems())
                    .hasSize(2);
            assertThat(client.persistentVolumeClaims()
                            .inNamespace(NAMESPACE)
                            .list()
                            .getItems())
                    .hasSize(2);
            assertThat(client.namespaces()
                            .withName(NAMESPACE)
                            .get()
                            .getMetadata()
                            .getLabels())
                    .containsEntry("hallm.dev/phase", "active");
        }
    }

    @Test
    void endsCleanlyWithinTenSecondsOfSigterm() throws IOException {
        try (BotProcess bot = start()) {
            bot.console().say("ana", "whoami");
            bot.console().awaitArticle("ana", "private", "admin, user");

            int code = bot.terminate(Duration.ofSeconds(10));

            assertThat(code).isEqualTo(143);
            assertThat(bot.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void saysThatItIsRunningAlreadyRatherThanSharingADatabaseFile() throws IOException {
        try (BotProcess bot = start()) {
            assertThat(bot.log()).contains("Console: http://localhost:");

            org.assertj.core.api.Assertions.assertThatThrownBy(this::start)
                    .hasStackTraceContaining("The bot is already running here");

            assertThat(bot.log()).doesNotContain("at org.h2");
        }
    }

    private BotProcess start() throws IOException {
        return BotProcess.start(
                folder,
                Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig()),
                kube.services().arguments());
    }
}
