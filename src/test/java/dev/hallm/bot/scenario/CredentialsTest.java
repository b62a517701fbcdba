package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.storage.TableDump;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What owners are shown once, on the fake platform; every test has a tenant of its own, which is Cy's. */
@ExtendWith(OutputCaptureExtension.class)
class CredentialsTest extends InMemoryBot {
    @Autowired
    Talk talk;

    @Autowired
    FakeChat chat;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TenantCluster cluster;

    private Post welcomed(String tenant) {
        talk.asks("ana", "user create " + tenant + " @cy small");
        Post request = talk.in("#approvals", post -> post.text().contains("Access request · " + tenant + " ·"));
        talk.clicks("bo", request, "Approve request");
        return talk.in("@cy", post -> post.text().contains("Welcome! " + tenant));
    }

    private Post shown(Post where) {
        int before = chat.whispers().size();
        talk.clicks("cy", where, "Show once");
        return await().until(
                        () -> chat.whispers().stream().skip(before).findFirst().orElse(null), Objects::nonNull);
    }

    private static String kubeconfigIn(Post shown) {
        return shown.message().blocks().stream()
                .filter(Block.Code.class::isInstance)
                .map(block -> ((Block.Code) block).text())
                .findFirst()
                .orElseThrow();
    }

    private static String tokenIn(String kubeconfig) {
        return Objects.requireNonNull(Config.fromKubeconfig(kubeconfig).getAutoOAuthToken());
    }

    private static int answerTo(String kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig);
        config.setRequestRetryBackoffLimit(0);
        try (KubernetesClient owner =
                new KubernetesClientBuilder().withConfig(config).build()) {
            owner.pods().list();
            return 200;
        } catch (KubernetesClientException e) {
            return e.getCode();
        }
    }

    private String password(String tenant) {
        return cluster.ingressLogin(new TenantName(tenant)).orElseThrow().password();
    }

    @Test
    void showsTheSignInAndAKubeconfigThatWorks() {
        Post welcome = welcomed("cred-one");

        Post shown = shown(welcome);

        assertThat(shown.text()).contains("Credentials of cred-one", password("cred-one"), "It is good until");
        assertThat(answerTo(kubeconfigIn(shown))).isEqualTo(200);
    }

    @Test
    void leavesNoSecretInTheDatabaseOrTheLog(CapturedOutput log) {
        Post welcome = welcomed("cred-two");
        Post shown = shown(welcome);
        talk.answer(talk.bring("cy", new Delivery.Click(shown.action("Send kubeconfig as file"), shown.ref())));
        String first = tokenIn(kubeconfigIn(shown));
        String second = tokenIn(fileOf("cred-two"));
        String password = password("cred-two");

        String kept = TableDump.of(jdbc);

        assertThat(kept).contains("Welcome! cred-two").doesNotContain(first, second, password);
        assertThat(log.getAll()).doesNotContain(first, second, password);
    }

    private String fileOf(String tenant) {
        Post sent = talk.in("@cy", post -> post.text().contains("A kubeconfig of " + tenant));
        return sent.message().blocks().stream()
                .filter(Block.Attachment.class::isInstance)
                .map(block -> ((Block.Attachment) block).content())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sendsAnotherKubeconfigAsAFileOnRequest() {
        Post shown = shown(welcomed("cred-three"));

        Post answer =
                talk.answer(talk.bring("cy", new Delivery.Click(shown.action("Send kubeconfig as file"), shown.ref())));

        assertThat(answer.text()).contains("The file is in your direct messages");
        assertThat(answerTo(fileOf("cred-three"))).isEqualTo(200);
        assertThat(tokenIn(fileOf("cred-three"))).isNotEqualTo(tokenIn(kubeconfigIn(shown)));
    }

    @Test
    void refusesTheFileToWhoeverTakesNoDirectMessages() {
        welcomed("cred-four");
        Post shown = shown(talk.asks("cy", "user access cred-four"));
        chat.closeDirectMessages("cy");
        try {
            Post answer = talk.answer(
                    talk.bring("cy", new Delivery.Click(shown.action("Send kubeconfig as file"), shown.ref())));

            assertThat(answer.text()).contains("You take no direct messages of this bot");
        } finally {
            chat.openDirectMessages("cy");
        }
    }

    @Test
    void tellsAnAdminTheAddressesAndNotTheSecrets() {
        Post welcome = welcomed("cred-five");

        Post access = talk.asks("ana", "user access cred-five");

        assertThat(access.text())
                .contains("https://ha.cred-five.example.com", "Only the owner, Cy Adler, can be shown");
        assertThat(access.buttons()).isEmpty();
        assertThat(talk.answer(talk.clicks("ana", welcome, "Show once")).text()).contains("for somebody else");
    }

    @Test
    void hidesOthersTenants() {
        welcomed("cred-six");

        assertThat(talk.asks("dee", "user access cred-six").text()).contains("is no tenant that you can see");
        assertThat(talk.asks("dee", "user rotate cred-six").text()).contains("is no tenant that you can see");
    }

    @Test
    void makesOldCredentialsWorthless() {
        Post welcome = welcomed("cred-seven");
        String old = kubeconfigIn(shown(welcome));
        String oldPassword = password("cred-seven");

        Post answer = talk.asks("ana", "user rotate cred-seven");

        assertThat(answer.text()).contains("The credentials of cred-seven are being changed");
        talk.in("@ana", post -> post.text().contains("cred-seven has new credentials"));
        Post told = talk.in("@cy", post -> post.text().contains("Ana Petrov changed the credentials of cred-seven"));
        assertThat(answerTo(old)).isEqualTo(401);
        assertThat(password("cred-seven")).isNotEqualTo(oldPassword);
        Post shown = shown(told);
        assertThat(shown.text()).contains(password("cred-seven"));
        assertThat(answerTo(kubeconfigIn(shown))).isEqualTo(200);
    }

    @Test
    void namesWhatTheOwnerMadeThemselves() {
        welcomed("cred-eight");
        KUBE.seed("""
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: builder, namespace: ha-llm-user-cred-eight}
                """);

        talk.asks("cy", "user rotate cred-eight");

        Post told = talk.in("@cy", post -> post.text().contains("cred-eight has new credentials"));
        assertThat(told.text()).contains("ServiceAccount builder").doesNotContain("hallm-owner");
    }

    /** A tenant of Cy's whose rotation by Ana failed; her private message about it. */
    private Post failedRotation(String tenant) {
        welcomed(tenant);
        KUBE.failNext("DELETE", ".*/ha-llm-user-" + tenant + "/serviceaccounts/hallm-owner", 403);
        talk.asks("ana", "user rotate " + tenant);
        return talk.in("@ana", post -> post.text().contains("The credentials of " + tenant + " are not changed yet"));
    }

    private Post operationCard(String tenant) {
        return talk.in("#operations", post -> post.text().contains("New credentials · " + tenant));
    }

    private void cancels(String who, Post where, String reason) {
        FirstResponse.Show form = (FirstResponse.Show)
                talk.clicks(who, where, "Cancel operation…").first();
        talk.submits(who, form.form().id(), Map.of("text", reason));
    }

    @Test
    void givesTheTenantFreeWhenAFailedRotationIsCancelled() {
        failedRotation("cred-ten");
        Post card = operationCard("cred-ten");
        assertThat(card.text()).contains("Stopped", "Or cancel");
        FirstResponse.Show dees = (FirstResponse.Show)
                talk.clicks("dee", card, "Cancel operation…").first();
        assertThat(talk.answer(talk.submits("dee", dees.form().id(), Map.of("text", "")))
                        .text())
                .contains("for somebody else");

        cancels("cy", card, "The laptop is found");

        talk.becomes(card, "Cancelled by Cy Adler");
        Post told = talk.in("@ana", post -> post.text().contains("Cy Adler cancelled new credentials of cred-ten"));
        assertThat(told.text()).contains("The laptop is found");
        assertThat(talk.answer(talk.clicks("ana", card, "Retry step")).text()).contains("That is over");
        talk.asks("ana", "user rotate cred-ten");
        talk.in("@ana", post -> post.text().contains("cred-ten has new credentials"));
    }

    @Test
    void namesTheFailedOperationToWhoeverWantsAnother() {
        failedRotation("cred-eleven");

        Post refusal = talk.asks("cy", "user rotate cred-eleven");

        assertThat(refusal.text())
                .contains(
                        "New credentials · cred-eleven stopped", "keeps cred-eleven until somebody retries or cancels");
        assertThat(refusal.buttons())
                .extracting(Post.Labelled::label)
                .containsExactly("Retry step", "Cancel operation…");
        assertThat(talk.asks("ana", "operation cancel cred-eleven reason=\"not worth it\"")
                        .text())
                .contains("Cancelled: new credentials of cred-eleven");
        assertThat(talk.becomes(operationCard("cred-eleven"), "Cancelled by Ana Petrov")
                        .text())
                .contains("not worth it");
    }

    @Test
    void letsAFailedRotationBeSteeredByCommand() {
        failedRotation("cred-twelve");
        assertThat(talk.asks("dee", "operation cancel cred-twelve").text())
                .contains("nothing is under way on \"cred-twelve\" that you could steer");

        assertThat(talk.asks("cy", "operation retry cred-twelve").text()).contains("The step that failed runs again");

        talk.in("@ana", post -> post.text().contains("Cy Adler retries new credentials of cred-twelve"));
        talk.in("@ana", post -> post.text().contains("cred-twelve has new credentials"));
        assertThat(talk.asks("cy", "operation cancel cred-twelve").text()).contains("nothing is under way");
    }

    @Test
    void goesOnWithARotationThatFailed() {
        welcomed("cred-nine");
        KUBE.failNext("DELETE", ".*/ha-llm-user-cred-nine/serviceaccounts/hallm-owner", 403);
        talk.asks("cy", "user rotate cred-nine");
        Post failed = talk.in("@cy", post -> post.text().contains("The credentials of cred-nine are not changed yet"));

        talk.answer(talk.clicks("cy", failed, "Retry step"));
        assertThat(talk.answer(talk.clicks("cy", failed, "Retry step")).text()).contains("That is over");

        talk.in("@cy", post -> post.text().contains("cred-nine has new credentials"));
    }
}
