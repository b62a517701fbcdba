package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.storage.TableDump;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bot's main job, the same on every platform, on a cluster in memory and on a real one; each test has a tenant of
 * its own. There are an admin (ana), approvers (bo, dee), a user (cy), a member without a role (eve) and a guest (gus).
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class MainJob {
    private static final int ITEMS = ChecklistItem.values().length;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SMALL = "small · 0.5–1 CPU · 1–2 GiB · 10 GiB disk · no GPU";
    private static final String FIRST_LOGIN = "home-assistant-first-login";
    private static final Pattern KUBECONFIG = Pattern.compile("apiVersion:[\\s\\S]*?token: \"?[A-Za-z0-9._-]{40,}\"?");

    @Autowired
    KubernetesClient kube;

    @Autowired
    ClusterHealth health;

    @Autowired
    JdbcClient jdbc;

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
    void onboardsATenantOnceSomebodyElseApproved(CapturedOutput log) {
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

    /** Whether the API server knows a token; what it may do is the role's, which not every test cluster has. */
    private boolean isKnown(String token, String tenant) {
        Config config = new ConfigBuilder(kube.getConfiguration())
                .withClientCertData(null)
                .withClientCertFile(null)
                .withClientKeyData(null)
                .withClientKeyFile(null)
                .withAutoOAuthToken(null)
                .withOauthToken(token)
                .build();
        try (KubernetesClient owner =
                new KubernetesClientBuilder().withConfig(config).build()) {
            owner.pods().inNamespace(new TenantName(tenant).namespace()).list();
            return true;
        } catch (KubernetesClientException e) {
            return e.getCode() == 403;
        }
    }

    private void assertWelcomed(String tenant, CapturedOutput log) {
        Seen welcome = stage().in(Place.direct("cy"), "Welcome! " + tenant);
        assertThat(welcome.text())
                .contains("https://ha." + tenant + ".example.com", "https://ollama." + tenant + ".example.com");
        String password = passwordOf(tenant, "hallm-ingress-login");
        String first = passwordOf(tenant, FIRST_LOGIN);
        assertThat(password).hasSizeGreaterThan(15);

        String secret = stage().secretOf("cy", welcome, "Show once");

        String token = tokenIn(secret);
        assertThat(secret).contains("Credentials of " + tenant).contains(password, first);
        assertThat(isKnown(token, tenant)).isTrue();
        assertThat(stage().everythingKept()).contains("Welcome! " + tenant).doesNotContain(password, first, token);
        assertThat(TableDump.of(jdbc)).contains("Welcome! " + tenant).doesNotContain(password, first, token);
        assertThat(log.getAll()).doesNotContain(password, first, token);
        await().until(() -> kube.secrets()
                        .inNamespace(new TenantName(tenant).namespace())
                        .withName(FIRST_LOGIN)
                        .get()
                == null);
    }

    private String passwordOf(String tenant, String secret) {
        String password = kube.secrets()
                .inNamespace(new TenantName(tenant).namespace())
                .withName(secret)
                .get()
                .getData()
                .get("password");
        return new String(Base64.getDecoder().decode(password), StandardCharsets.UTF_8);
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
                .allSatisfy(ingress -> assertThat(isGuarded(ingress))
                        .isEqualTo(ingress.getMetadata().getName().equals("ollama")));
    }

    /** Whether a login is asked for before the service is reached; Home Assistant has its own. */
    private static boolean isGuarded(Ingress ingress) {
        return Objects.requireNonNullElse(ingress.getMetadata().getAnnotations(), Map.<String, String>of())
                .containsValue("ingress-basic-auth");
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
        Seen failed = stage.becomes(card, "2 of " + ITEMS, "never-pulls");
        assertThat(failed.labels()).contains("Retry step");

        mendImage(tenant);
        stage.clicks("ana", failed, "Retry step");

        stage.becomes(card, tenant + " is ready");
    }

    @Test
    void takesAwayWhatAFailedOnboardingMadeAndNothingElse() {
        Stage stage = stage();
        String tenant = tenant("back");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("bo"), "size", "broken"));
        stage.clicks("dee", requestFor(tenant), "Approve request");
        Seen card = cardOf(tenant);
        Seen failed = stage.becomes(card, "2 of " + ITEMS, "never-pulls");
        assertThat(failed.labels())
                .containsExactlyInAnyOrder("Retry step", "Roll back onboarding…", "Cancel onboarding…", "Show details");
        assertThat(stage.answerTo("cy", failed, "Retry step").text()).contains("needs the role");
        assertThat(stage.asks("ana", "onboarding skip", Map.of("name", tenant, "reason", "hurry"))
                        .text())
                .contains("can't be skipped");
        assertThat(stage.answerTo("ana", failed, "Show details").text())
                .contains("no namespace", "ha-llm-user-" + tenant);

        stage.fills("dee", failed, "Roll back onboarding…", Map.of("text", tenant));

        stage.becomes(card, "was rolled back");
        stage.in(Place.OPERATIONS, stage.name("dee"), "rolls the onboarding of " + tenant + " back");
        stage.in(Place.OPERATIONS, "The onboarding of " + tenant + " was rolled back. Found, and left");
        assertThat(kube.namespaces().withName("ha-llm-user-" + tenant).get()).isNull();
        assertThat(stage.asks("ana", "onboarding show", Map.of("name", tenant)).text())
                .contains("it was rolled back");
    }

    @Test
    void keepsWhatIsThereWhenAnOnboardingIsCancelled() {
        Stage stage = stage();
        String tenant = tenant("halt");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("bo"), "size", "broken"));
        stage.clicks("dee", requestFor(tenant), "Approve request");
        Seen card = cardOf(tenant);
        Seen failed = stage.becomes(card, "2 of " + ITEMS, "never-pulls");

        stage.fills("ana", failed, "Cancel onboarding…", Map.of("text", "asked for the wrong size"));

        Seen cancelled = stage.becomes(card, "was cancelled");
        assertThat(cancelled.labels()).containsExactlyInAnyOrder("Roll back onboarding…", "Show details");
        assertThat(kube.namespaces().withName("ha-llm-user-" + tenant).get()).isNotNull();
        assertThat(stage.asks("ana", "onboarding retry", Map.of("name", tenant)).text())
                .contains("it was cancelled");
        assertThat(stage.asks("ana", "onboarding rollback", Map.of("name", tenant, "confirm", tenant))
                        .text())
                .contains("is being taken away");
        stage.becomes(card, "was rolled back");
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
    void grantsLessThanWasAskedFor() {
        Stage stage = stage();
        String tenant = tenant("less");
        stage.asks(
                "ana",
                "user create",
                Map.of("name", tenant, "owner", stage.mention("cy"), "size", "standard", "reason", "Lights"));
        Seen request = requestFor(tenant);

        stage.fills("bo", request, "Approve with changes…", Map.of("size", SMALL));

        stage.becomes(request, "Approved by " + stage.name("bo") + ", with size small instead of standard");
        assertThat(stage.in(Place.direct("ana"), tenant + " was approved by " + stage.name("bo"))
                        .text())
                .contains("lowered it from standard to small");
        stage.becomes(cardOf(tenant), tenant + " is ready");
        assertThat(kube.namespaces()
                        .withName("ha-llm-user-" + tenant)
                        .get()
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("hallm.dev/size", "small");
        assertThat(stage.answerTo("dee", request, "Approve request").text())
                .contains("was approved by " + stage.name("bo") + " already");
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
    void asksApproversAboutNewCredentialsWhereARuleSaysSo() {
        Stage stage = stage();
        String tenant = tenant("keyed");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("cy"), "size", "small"));
        stage.clicks("bo", requestFor(tenant), "Approve request");
        stage.becomes(cardOf(tenant), tenant + " is ready");

        Seen asked = stage.asks("cy", "user rotate", Map.of("name", tenant, "reason", "A laptop is lost"));

        assertThat(asked.text()).contains("request for new credentials of " + tenant + " waits for 1 approval");
        Seen request = stage.in(Place.APPROVALS, "New credentials · " + tenant);
        assertThat(request.text()).contains(stage.name("cy"), "A laptop is lost", "old kubeconfigs are refused");
        stage.clicks("bo", request, "Approve request");
        stage.becomes(request, "Approved by " + stage.name("bo"));
        stage.in(Place.direct("cy"), tenant + " has new credentials");
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
