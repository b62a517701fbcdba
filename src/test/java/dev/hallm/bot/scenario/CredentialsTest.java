package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.storage.TableDump;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
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

    @Test
    void goesOnWithARotationThatFailed() {
        welcomed("cred-nine");
        KUBE.failNext("DELETE", ".*/ha-llm-user-cred-nine/serviceaccounts/hallm-owner", 403);
        talk.asks("cy", "user rotate cred-nine");
        Post failed = talk.in("@cy", post -> post.text().contains("The credentials of cred-nine are not changed yet"));

        talk.clicks("cy", failed, "Retry step");

        talk.in("@cy", post -> post.text().contains("cred-nine has new credentials"));
    }
}
