package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.storage.TableDump;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.Config;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An onboarding from the request to the welcome, with everything that it leaves. */
@ExtendWith(OutputCaptureExtension.class)
interface OnboardingScenarios extends Scenarios {
    String FIRST_LOGIN = "home-assistant-first-login";
    Pattern KUBECONFIG = Pattern.compile("apiVersion:[\\s\\S]*?token: \"?[A-Za-z0-9._-]{40,}\"?");

    /** The bot's database. */
    JdbcClient jdbc();

    @Test
    default void onboardsATenantOnceSomebodyElseApproved(CapturedOutput log) {
        Stage stage = stage();
        String tenant = tenant("one");
        Seen asked = stage.asks(
                "ana",
                "user create",
                Map.of(
                        "name",
                        tenant,
                        "owner",
                        stage.mention("cy"),
                        "size",
                        "standard",
                        "reason",
                        "Pilot for building 7"));
        assertThat(asked.text()).contains("waits for 1 approval of approver");
        Seen request = requestFor(tenant);
        assertThat(request.text()).contains(stage.name("ana"), stage.name("cy"), "Pilot for building 7", "4–8 CPU");

        stage.clicks("bo", request, "Approve request");

        Seen approved = stage.becomes(request, "Approved by " + stage.name("bo"));
        assertThat(approved.labels()).containsExactly("Show details");
        Seen card = cardOf(tenant);
        assertThat(stage.becomes(card, tenant + " is ready").text()).contains(ITEMS + " of " + ITEMS);
        stage.in(Place.direct("ana"), tenant + " was approved by " + stage.name("bo"));
        stage.in(Place.OPERATIONS, tenant + " is ready for " + stage.name("cy"));
        assertWelcomed(tenant, log);
        assertMade(tenant);
        assertRemembered(approved);
        assertThat(stage.asks("cy", "user show", Map.of("name", tenant)).text())
                .contains(tenant, "active", "ha." + tenant + ".example.com");
        assertThat(stage.asks("ana", "user list", Map.of("owner", stage.mention("cy")))
                        .text())
                .contains(tenant, "active");
    }

    private void assertRemembered(Seen approved) {
        Stage stage = stage();
        assertThat(stage.answerTo("ana", approved, "Show details").text())
                .contains("Pilot for building 7", "4–8 CPU", stage.name("bo"), "approves", "it is complete");
        assertThat(stage.answerTo("cy", approved, "Show details").text()).contains("needs the role");
    }

    /** As a person would use it: copied from the message, spaces and all. */
    private static String tokenIn(String secret) {
        Matcher kubeconfig = KUBECONFIG.matcher(secret);
        assertThat(kubeconfig.find()).as(secret).isTrue();
        return Config.fromKubeconfig(kubeconfig.group()).getAutoOAuthToken();
    }

    private void assertWelcomed(String tenant, CapturedOutput log) {
        Seen welcome = stage().in(Place.direct("cy"), "Welcome! " + tenant);
        assertThat(welcome.text())
                .contains("https://ha." + tenant + ".example.com", "https://ollama." + tenant + ".example.com");
        OnCluster there = onCluster(tenant);
        String password = there.passwordIn("hallm-ingress-login");
        String first = there.passwordIn(FIRST_LOGIN);
        assertThat(password).hasSizeGreaterThan(15);

        String secret = stage().secretOf("cy", welcome, "Show once");

        String token = tokenIn(secret);
        assertThat(secret).contains("Credentials of " + tenant).contains(password, first);
        assertThat(there.knows(token)).isTrue();
        assertThat(stage().everythingKept()).contains("Welcome! " + tenant).doesNotContain(password, first, token);
        assertThat(TableDump.of(jdbc())).contains("Welcome! " + tenant).doesNotContain(password, first, token);
        assertThat(log.getAll()).doesNotContain(password, first, token);
        await().until(() -> !there.hasSecret(FIRST_LOGIN));
    }

    private void assertMade(String tenant) {
        OnCluster there = onCluster(tenant);
        String namespace = there.namespaceName();
        var metadata = there.namespace().getMetadata();
        assertThat(metadata.getLabels())
                .containsEntry("user-namespace", "true")
                .containsEntry("hallm.dev/tenant", tenant)
                .containsEntry("hallm.dev/phase", "active")
                .containsEntry("pod-security.kubernetes.io/enforce", "baseline");
        assertThat(metadata.getAnnotations())
                .containsEntry("hallm.dev/owner", stage().account("cy"))
                .containsEntry("hallm.dev/size", "standard");
        ResourceQuota quota = kube().resourceQuotas()
                .inNamespace(namespace)
                .withName("user-quota")
                .get();
        assertThat(quota.getStatus().getHard())
                .containsKeys("requests.cpu", "requests.storage", "requests.nvidia.com/gpu", "services.nodeports");
        assertThat(kube().apps().deployments().inNamespace(namespace).list().getItems())
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrder("home-assistant", "ollama");
        assertThat(kube().network()
                        .v1()
                        .ingresses()
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .hasSize(2)
                .allSatisfy(ingress -> assertThat(isGuarded(ingress))
                        .isEqualTo(ingress.getMetadata().getName().equals("ollama")));
    }

    /** Whether a login is asked for before the service is reached; Home Assistant has its own. */
    private static boolean isGuarded(Ingress ingress) {
        return Objects.requireNonNullElse(ingress.getMetadata().getAnnotations(), Map.<String, String>of())
                .containsValue("ingress-basic-auth");
    }
}
