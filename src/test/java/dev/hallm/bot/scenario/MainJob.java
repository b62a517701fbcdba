package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The bot's main job, the same on a cluster in memory and on a real one; each test has a tenant of its own. */
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "hallm.config=src/test/resources/try/scenario.yaml",
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@Import(Lab.class)
abstract class MainJob {
    @Autowired
    Talk talk;

    @Autowired
    FakeChat chat;

    @Autowired
    KubernetesClient kube;

    @Autowired
    ClusterHealth health;

    @BeforeEach
    void awaitTheFirstListing() {
        await().atMost(Duration.ofSeconds(30)).until(health::synced);
    }

    @Test
    void onboardsATenantOnceSomebodyElseApproved() {
        Post asked = talk.asks("ana", "user create job-one owner=@cy size=standard reason=\"Pilot for building 7\"");
        assertThat(asked.text()).contains("waits for 1 approval of approver");
        Post request = requestFor("job-one");
        assertThat(request.text()).contains("Ana Petrov", "Cy Adler", "Pilot for building 7", "4–8 CPU");

        FirstResponse first = talk.clicks("bo", request, "Approve request").first();

        assertThat(first).isInstanceOf(FirstResponse.DeferUpdate.class);
        assertThat(talk.becomes(request, "Approved by Bo Lind").buttons()).isEmpty();
        Post card = cardOf("job-one");
        assertThat(talk.becomes(card, "job-one is ready").text()).contains("5 of 5");
        assertThat(talk.in("@ana", post -> post.text().contains("job-one was approved by Bo Lind"))
                        .text())
                .contains("job-one");
        talk.in("#operations", post -> post.text().contains("job-one is ready for Cy Adler"));
        assertWelcomed("job-one");
        assertMade("job-one");
        assertThat(talk.asks("cy", "user show").text()).contains("job-one", "active", "ha.job-one.example.com");
        assertThat(talk.asks("ana", "user list owner=@cy").text()).contains("job-one active");
    }

    private void assertWelcomed(String tenant) {
        Post welcome = talk.in("@cy", post -> post.text().contains("Welcome! " + tenant));
        assertThat(welcome.text()).contains("https://ha." + tenant + ".example.com", "https://ollama." + tenant);
        talk.clicks("cy", welcome, "Show sign-in");
        Post secret = await().until(() -> chat.whispers().stream().findFirst().orElse(null), Objects::nonNull);
        assertThat(secret.text()).contains("Sign-in of " + tenant);
        String stored = chat.posts().toString();
        assertThat(passwordIn(secret))
                .hasSizeGreaterThan(15)
                .satisfies(password -> assertThat(stored).doesNotContain(password));
    }

    private static String passwordIn(Post secret) {
        String text = secret.message().blocks().toString();
        int at = text.lastIndexOf("Code[text=") + "Code[text=".length();
        return text.substring(at, text.indexOf(']', at));
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
                .containsEntry("hallm.dev/owner", "lab:lab/cy")
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
        talk.asks("ana", "user create job-two owner=@dee");
        Post request = requestFor("job-two");

        var form = talk.clicks("bo", request, "Deny request…").first();
        assertThat(form).isInstanceOf(FirstResponse.Show.class);
        talk.submits("bo", ((FirstResponse.Show) form).form().id(), Map.of("reason", "no room in <b>Q4</b> @all"));

        assertThat(talk.becomes(request, "Denied by Bo Lind").text()).contains("no room in <b>Q4</b> @all");
        assertThat(talk.in("@ana", post -> post.text().contains("job-two was denied by Bo Lind"))
                        .text())
                .contains("no room in <b>Q4</b> @all");
        assertThat(kube.namespaces().withName("ha-llm-user-job-two").get()).isNull();
    }

    @Test
    void saysWhyAnItemFailedAndGoesOnAfterARetry() {
        talk.asks("ana", "user create job-three owner=@bo size=broken");
        talk.clicks("dee", requestFor("job-three"), "Approve request");
        Post card = cardOf("job-three");
        Post failed = talk.becomes(card, "Retry step");
        assertThat(failed.text()).contains("stopped at 2 of 5", "never-pulls");

        mendImage("job-three");
        talk.clicks("ana", failed, "Retry step");

        talk.becomes(card, "job-three is ready");
        assertThat(talk.answer(talk.clicks("ana", failed, "Retry step")).text())
                .contains("Nothing waits for this retry");
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
    void saysThatTheWelcomeDidNotArriveAndSendsItAgain() {
        chat.closeDirectMessages("dee");
        talk.asks("ana", "user create job-seven owner=@dee");
        talk.clicks("bo", requestFor("job-seven"), "Approve request");
        Post card = cardOf("job-seven");
        Post failed = talk.becomes(card, "Retry step");
        assertThat(failed.text()).contains("Dee Moor cannot be reached by direct message");

        chat.openDirectMessages("dee");
        talk.clicks("bo", failed, "Retry step");

        talk.becomes(card, "job-seven is ready");
        talk.in("@dee", post -> post.text().contains("Welcome! job-seven"));
    }

    @Test
    void refusesTheWrongPeopleAtTheButton() {
        talk.asks("ana", "user create job-four owner=@eve-is-nobody");
        talk.asks("ana", "user create job-four owner=@dee");
        Post request = requestFor("job-four");

        assertThat(talk.answer(talk.clicks("ana", request, "Approve request")).text())
                .contains("needs the role approver");
        assertThat(talk.answer(talk.clicks("cy", request, "Approve request")).text())
                .contains("needs the role approver");
        assertThat(talk.answer(talk.clicks("dee", request, "Approve request")).text())
                .contains("somebody else has to decide");
        assertThat(talk.answer(talk.clicks("gus", request, "Approve request")).text())
                .contains("Guests can't use this bot");
        assertThat(requestFor("job-four").buttons()).hasSize(2);
    }

    @Test
    void answersAClickOnADecidedRequest() {
        talk.asks("ana", "user create job-five owner=@eve");
        assertThat(chat.posts()).noneSatisfy(post -> assertThat(post.text()).contains("Access request · job-five"));
        talk.asks("ana", "user create job-six owner=@ana");
        Post request = requestFor("job-six");
        talk.clicks("bo", request, "Approve request");
        talk.becomes(request, "Approved by Bo Lind");

        assertThat(talk.answer(talk.clicks("dee", request, "Approve request")).text())
                .contains("was approved by Bo Lind already");
        talk.becomes(cardOf("job-six"), "job-six is ready");
    }

    private Post requestFor(String tenant) {
        return talk.in("#approvals", post -> post.text().contains("Access request · " + tenant + " ·"));
    }

    private Post cardOf(String tenant) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> chat.posts().stream().anyMatch(post -> post.text().contains("Onboarding " + tenant)));
        return talk.in("#operations", post -> post.text().contains("Onboarding " + tenant + " ·"));
    }
}
