package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Point;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.scenario.SlackStage;
import dev.hallm.bot.scenario.Stage;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Surroundings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed while it makes a kubeconfig that an owner wants to see, the bot shows one after its restart. */
class ShowOnceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Point SECRET = new Point("kubernetes POST /api/v1/namespaces/ha-llm-user-TENANT/secrets", 1);
    private static final Point TOKEN =
            new Point("kubernetes POST /api/v1/namespaces/ha-llm-user-TENANT/serviceaccounts/hallm-owner/token", 1);

    /** When the bot dies over each. */
    private static final List<String> TENANTS = List.of("before-secret", "after-secret", "before-token", "after-token");

    @TempDir
    Path folder;

    private final Surroundings surroundings = new Surroundings();
    private final AtomicReference<BotProcess> bot = new AtomicReference<>();
    private final Stage slack = new SlackStage(
            surroundings.slack(),
            delivery -> surroundings.slack().http(bot.get().slackEvents()).deliver(delivery));

    @AfterEach
    void stop() {
        bot.get().close();
        surroundings.close();
    }

    private void start() {
        bot.set(BotLaunch.in(folder).with(surroundings).start().awaitTenants().awaitUp("slack"));
    }

    @Test
    void leavesAtMostOneTokenThatNobodySaw() {
        start();
        TENANTS.forEach(this::ask);
        TENANTS.forEach(this::approve);
        TENANTS.forEach(tenant -> slack.in(Place.OPERATIONS, tenant + " is ready, after"));
        Map<String, Stall> stalls = new LinkedHashMap<>();
        for (String tenant : TENANTS) {
            Point point = tenant.endsWith("secret") ? SECRET : TOKEN;
            stalls.put(tenant, surroundings.effects().stall(tenant, point, tenant.startsWith("after")));
            slack.clicks("cy", slack.in(Place.direct("cy"), "Welcome! " + tenant), "Show once");
        }
        stalls.values().forEach(stall -> stall.awaitReached(PATIENCE));

        bot.get().kill();
        stalls.forEach((tenant, stall) -> {
            if (tenant.startsWith("after")) {
                stall.release();
            } else {
                stall.lose();
            }
        });
        start();

        for (String tenant : stalls.keySet()) {
            await("the credentials of " + tenant)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(shown(tenant)).hasSize(1));
            assertThat(bonds(tenant)).as("tokens of " + tenant).isBetween(1, 2);
            await("the end of the first login of " + tenant).until(() -> !hasFirstLogin(tenant));
        }
        assertThat(surroundings.slack().problems()).isEmpty();
    }

    private void ask(String tenant) {
        slack.asks("ana", "user create", Map.of("name", tenant, "owner", slack.mention("cy"), "size", "small"));
    }

    private void approve(String tenant) {
        slack.clicks("bo", slack.in(Place.APPROVALS, "Access request · " + tenant + " ·"), "Approve request");
    }

    private List<String> shown(String tenant) {
        return surroundings.slack().workspace().ephemeral(Surroundings.slackId("cy")).stream()
                .map(SlackMessage::flat)
                .filter(text -> text.contains("Credentials of " + tenant) && text.contains("token: "))
                .toList();
    }

    /** Each token is bound to a Secret of its own and ends with it. */
    private int bonds(String tenant) {
        try (KubernetesClient client = client()) {
            return client.secrets()
                    .inNamespace("ha-llm-user-" + tenant)
                    .withLabel("hallm.dev/kubeconfig")
                    .list()
                    .getItems()
                    .size();
        }
    }

    private boolean hasFirstLogin(String tenant) {
        try (KubernetesClient client = client()) {
            return client.secrets()
                            .inNamespace("ha-llm-user-" + tenant)
                            .withName("home-assistant-first-login")
                            .get()
                    != null;
        }
    }

    private KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(surroundings.kube().kubeconfig()))
                .build();
    }
}
