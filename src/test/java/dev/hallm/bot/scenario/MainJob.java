package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The bot's main job, the same on every platform, on a cluster in memory and on a real one; each test has a tenant of
 * its own. There are an admin (ana), approvers (bo, dee), a user (cy), a member without a role (eve) and a guest (gus).
 */
abstract class MainJob {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    KubernetesClient kube;

    @Autowired
    ClusterHealth health;

    /** Where it happens. */
    abstract Stage stage();

    @BeforeEach
    void awaitTheFirstListing() {
        await().atMost(Duration.ofSeconds(30)).until(health::synced);
    }

    /** A tenant's name that no other platform's test uses. */
    String tenant(String number) {
        return getClass().getSimpleName().replaceAll("MainJob.*", "").toLowerCase(Locale.ROOT) + "-" + number;
    }

    @Test
    void onboardsATenantOnceSomebodyElseApproved() {
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

        assertThat(stage.becomes(request, "Approved by " + stage.name("bo")).labels())
                .isEmpty();
        Seen card = cardOf(tenant);
        assertThat(stage.becomes(card, tenant + " is ready").text()).contains("5 of 5");
        stage.in(Place.direct("ana"), tenant + " was approved by " + stage.name("bo"));
        stage.in(Place.OPERATIONS, tenant + " is ready for " + stage.name("cy"));
        assertWelcomed(tenant);
        assertMade(tenant);
        assertThat(stage.asks("cy", "user show", Map.of("name", tenant)).text())
                .contains(tenant, "active", "ha." + tenant + ".example.com");
        assertThat(stage.asks("ana", "user list", Map.of("owner", stage.mention("cy")))
                        .text())
                .contains(tenant, "active");
    }

    private void assertWelcomed(String tenant) {
        Seen welcome = stage().in(Place.direct("cy"), "Welcome! " + tenant);
        assertThat(welcome.text())
                .contains("https://ha." + tenant + ".example.com", "https://ollama." + tenant + ".example.com");
        String secret = stage().secretOf("cy", welcome, "Show sign-in");
        String password = passwordOf(tenant);
        assertThat(password).hasSizeGreaterThan(15);
        assertThat(secret).contains("Sign-in of " + tenant).contains(password);
        assertThat(stage().everythingKept()).contains("Welcome! " + tenant).doesNotContain(password);
    }

    private String passwordOf(String tenant) {
        return kube.secrets().inNamespace(new TenantName(tenant).namespace()).list().getItems().stream()
                .filter(secret -> secret.getData() != null && secret.getData().containsKey("password"))
                .map(secret -> new String(
                        Base64.getDecoder().decode(secret.getData().get("password")), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void assertMade(String tenant) {
        String namespace = new TenantName(tenant).namespace();
        var metadata = kube.namespaces().withName(namespace).get().getMetadata();
        assertThat(metadata.getLabels())
                .containsEntry("user-namespace", "true")
                .containsEntry("hallm.dev/tenant", tenant)
                .containsEntry("hallm.dev/phase", "active")
                .containsEntry("pod-security.kubernetes.io/enforce", "baseline");
        assertThat(metadata.getAnnotations())
                .containsEntry("hallm.dev/owner", stage().account("cy"))
                .containsEntry("hallm.dev/size", "standard");
        ResourceQuota quota = kube.resourceQuotas()
                .inNamespace(namespace)
                .withName("user-quota")
                .get();
        assertThat(quota.getStatus().getHard())
                .containsKeys("requests.cpu", "requests.storage", "requests.nvidia.com/gpu", "services.nodeports");
        assertThat(kube.apps().deployments().inNamespace(namespace).list().getItems())
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrder("home-assistant", "ollama");
        assertThat(kube.network().v1().ingresses().inNamespace(namespace).list().getItems())
                .hasSize(2)
                .allSatisfy(MainJob::assertGuarded);
    }

    private static void assertGuarded(Ingress ingress) {
        assertThat(ingress.getMetadata().getAnnotations()).containsValue("ingress-basic-auth");
    }

    @Test
    void tellsTheRequesterWhyNot() {
        Stage stage = stage();
        String tenant = tenant("two");
        String why = "no room in <b>Q4</b> @all *now*";
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee")));
        Seen request = requestFor(tenant);

        stage.fills("bo", request, "Deny request…", Map.of("reason", why));

        assertThat(stage.becomes(request, "Denied by " + stage.name("bo")).text())
                .contains(why);
        assertThat(stage.in(Place.direct("ana"), tenant + " was denied by " + stage.name("bo"))
                        .text())
                .contains(why);
        assertThat(kube.namespaces().withName("ha-llm-user-" + tenant).get()).isNull();
    }

    @Test
    void saysWhyAnItemFailedAndGoesOnAfterARetry() {
        Stage stage = stage();
        String tenant = tenant("three");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("bo"), "size", "broken"));
        stage.clicks("dee", requestFor(tenant), "Approve request");
        Seen card = cardOf(tenant);
        Seen failed = stage.becomes(card, "2 of 5", "never-pulls");
        assertThat(failed.labels()).contains("Retry step");

        mendImage(tenant);
        stage.clicks("ana", failed, "Retry step");

        stage.becomes(card, tenant + " is ready");
    }

    private void mendImage(String tenant) {
        kube.apps()
                .deployments()
                .inNamespace(new TenantName(tenant).namespace())
                .withName("home-assistant")
                .edit(deployment -> {
                    var pod = deployment.getSpec().getTemplate().getSpec();
                    pod.getContainers().forEach(c -> c.setImage(c.getImage().replace("never-pulls", "stable")));
                    pod.getInitContainers().forEach(c -> c.setImage(c.getImage().replace("never-pulls", "stable")));
                    return deployment;
                });
    }

    @Test
    void refusesTheWrongPeopleAtTheButton() {
        Stage stage = stage();
        String tenant = tenant("four");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee")));
        Seen request = requestFor(tenant);

        assertThat(stage.answerTo("ana", request, "Approve request").text()).contains("needs the role approver");
        assertThat(stage.answerTo("cy", request, "Approve request").text()).contains("needs the role approver");
        assertThat(stage.answerTo("dee", request, "Approve request").text()).contains("somebody else has to decide");
        assertThat(stage.answerTo("gus", request, "Approve request").text()).contains(stage.refusalOfGuests());
        assertThat(requestFor(tenant).labels()).hasSize(4);
    }

    @Test
    void refusesAnOwnerWithoutARole() {
        Stage stage = stage();
        String tenant = tenant("five");

        Seen refused = stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("eve")));

        assertThat(refused.text()).contains(stage.name("eve") + " has no role here");
        assertThat(stage.has(Place.APPROVALS, "Access request · " + tenant)).isFalse();
    }

    @Test
    void answersAClickOnADecidedRequest() {
        Stage stage = stage();
        String tenant = tenant("six");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("ana")));
        Seen request = requestFor(tenant);
        stage.fills("bo", request, "Deny request…", Map.of("reason", "not now"));
        stage.becomes(request, "Denied by " + stage.name("bo"));

        Seen answer = stage.answerTo("dee", request, "Approve request");

        assertThat(answer.text()).contains("was denied by " + stage.name("bo") + " already");
    }

    @Test
    void letsAUserAskAndSayMoreBeforeTheApproval() {
        Stage stage = stage();
        String tenant = tenant("eight");
        Seen asked = stage.asks(
                "cy", "request access", Map.of("name", tenant, "reason", "Lights of building 7", "size", "small"));
        assertThat(asked.text()).contains("waits for 1 approval of approver");
        Seen request = requestFor(tenant);
        assertThat(request.text()).contains(stage.name("cy"), "Lights of building 7");

        stage.fills("bo", request, "Ask requester…", Map.of("question", "How many rooms?"));
        Seen question = stage.in(Place.direct("cy"), stage.name("bo") + " asks about your request for " + tenant);
        assertThat(question.text()).contains("How many rooms?");
        stage.fills("cy", question, "Answer question…", Map.of("text", "Forty-two"));
        stage.becomes(request, "How many rooms?", "Forty-two");
        stage.clicks("bo", request, "Approve request");

        stage.becomes(request, "Approved by " + stage.name("bo"));
        stage.in(Place.direct("cy"), tenant + " was approved by " + stage.name("bo"));
        stage.becomes(cardOf(tenant), tenant + " is ready");
        assertThat(stage.in(Place.APPROVALS, stage.name("cy") + " answered").text())
                .contains("Forty-two");
    }

    @Test
    void letsARequesterWithdrawBeforeADecision() {
        Stage stage = stage();
        String tenant = tenant("nine");
        stage.asks("cy", "request access", Map.of("name", tenant, "reason", "A try", "size", "small"));
        Seen request = requestFor(tenant);

        Seen withdrawn = stage.asks("cy", "request withdraw", Map.of("name", tenant));

        assertThat(withdrawn.text()).contains("Your request for " + tenant + " is withdrawn");
        stage.becomes(request, "Withdrawn by whoever asked");
        assertThat(stage.answerTo("bo", request, "Approve request").text())
                .contains("was withdrawn by whoever asked for it");
        assertThat(stage.asks("cy", "request list").text()).contains(tenant, "Withdrawn");
    }

    @Test
    void previewsWhatARequestWouldCreate() {
        Stage stage = stage();
        String tenant = tenant("ten");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee"), "size", "small"));

        Seen preview = stage.answerTo("bo", requestFor(tenant), "Preview objects");

        assertThat(preview.text())
                .contains("ha-llm-user-" + tenant, "user-quota", "home-assistant", "ollama")
                .contains("ha." + tenant + ".example.com", "requests.storage 10Gi");
        assertThat(kube.namespaces().withName("ha-llm-user-" + tenant).get()).isNull();
    }

    Seen requestFor(String tenant) {
        return stage().in(Place.APPROVALS, "Access request · " + tenant + " ·");
    }

    Seen cardOf(String tenant) {
        await().atMost(PATIENCE).until(() -> stage().has(Place.OPERATIONS, "Onboarding " + tenant));
        return stage().in(Place.OPERATIONS, "Onboarding " + tenant + " ·");
    }
}
