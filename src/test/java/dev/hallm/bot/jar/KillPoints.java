package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.kube.Stall;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Onboards one tenant after the other, killing the bot at a chosen write to the cluster, and looks at what is left. */
final class KillPoints implements AutoCloseable {
    private static final Duration LONGEST_ONBOARDING = Duration.ofSeconds(60);

    private final InMemoryKube kube = InMemoryKube.start();
    private final BotLaunch launch;
    private BotProcess bot;
    private int tenants;

    KillPoints(BotLaunch database, Path folder) throws IOException {
        SampleCluster.fill(kube);
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
        launch = database.with(
                        "--spring.profiles.active=dev",
                        "--hallm.config=src/test/resources/try/scenario.yaml",
                        "--hallm.kubernetes.kubeconfig=" + kubeconfig)
                .with(kube.services().arguments());
        bot = launch.start().awaitTenants();
    }

    /** What an onboarding that nobody disturbs writes, in order, and what it leaves. */
    record Undisturbed(List<String> writes, List<String> state) {}

    Undisturbed undisturbed() {
        String tenant = ask();
        finish(tenant);
        var seen = new Undisturbed(kube.writesIn(namespace(tenant)), kube.lastingState(namespace(tenant)));
        remove(tenant);
        return seen;
    }

    /** Kills the bot at the write with this number, before it is stored or before its answer; what is left at the end. */
    List<String> killedAt(int write, boolean afterwards) {
        String tenant = "tenant-" + (tenants + 1);
        Stall stall = kube.stallWrite(namespace(tenant), write, afterwards);
        ask();
        stall.awaitReached(LONGEST_ONBOARDING);
        bot.kill();
        if (afterwards) {
            stall.release();
        } else {
            stall.lose();
        }
        bot = launch.start().awaitTenants();
        finish(tenant);
        List<String> state = kube.lastingState(namespace(tenant));
        remove(tenant);
        return state;
    }

    private String ask() {
        String tenant = "tenant-" + ++tenants;
        bot.console().say("ana", "user create " + tenant + " owner=@cy size=small");
        bot.console().click("bo", "approvals", "Access request · " + tenant, "Approve request");
        return tenant;
    }

    private void finish(String tenant) {
        ConsoleClient console = bot.console();
        console.awaitArticle("ana", "operations", tenant + " is ready, after");
        assertThat(console.count("cy", "private", "Welcome! " + tenant + " is ready"))
                .as("welcomes")
                .isEqualTo(1);
        assertThat(console.count("ana", "operations", tenant + " is ready for"))
                .as("lines to the channel")
                .isEqualTo(1);
    }

    /** Makes room for the next one. */
    private void remove(String tenant) {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build()) {
            client.namespaces()
                    .withName(namespace(tenant))
                    .withTimeout(30, TimeUnit.SECONDS)
                    .delete();
            Awaitility.await()
                    .atMost(LONGEST_ONBOARDING)
                    .until(() -> client.namespaces().withName(namespace(tenant)).get() == null);
        }
    }

    private static String namespace(String tenant) {
        return "ha-llm-user-" + tenant;
    }

    @Override
    public void close() {
        bot.close();
        kube.close();
    }
}
