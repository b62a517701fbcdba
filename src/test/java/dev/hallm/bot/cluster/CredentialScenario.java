package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.TenantCredentials.Mint;
import dev.hallm.bot.cluster.TenantCredentials.Strays;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** What the port promises about an owner's credentials. */
public abstract class CredentialScenario extends ClusterScenario {
    private static final Duration LONGEST_UNTIL_REFUSED = ofSeconds(60);

    private final List<KubernetesClient> owners = new ArrayList<>();

    final TenantName withAccount(String word) {
        TenantName tenant = tenant(word);
        eventuallyDone(() -> cluster.changes().ensureNamespace(tenant, ANA, size(), "onboarding"));
        eventuallyDone(() -> cluster.credentials().ensureOwnerAccount(tenant));
        return tenant;
    }

    final Mint.Minted minted(TenantName tenant) {
        return (Mint.Minted) await().atMost(ofSeconds(10))
                .until(() -> cluster.credentials().mintKubeconfig(tenant), Mint.Minted.class::isInstance);
    }

    /** A client of what the owner was shown. */
    final KubernetesClient owner(Mint.Minted minted) {
        Config config = Config.fromKubeconfig(minted.kubeconfig());
        config.setRequestRetryBackoffLimit(0);
        config.setTrustCerts(cluster.client().getConfiguration().isTrustCerts());
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        owners.add(client);
        return client;
    }

    /** What the API server says to a request with these credentials: 200 when it knows them. */
    static int answerTo(KubernetesClient client) {
        try {
            client.pods().list();
            return 200;
        } catch (KubernetesClientException e) {
            return e.getCode();
        }
    }

    static void awaitRefusal(KubernetesClient client) {
        await().atMost(LONGEST_UNTIL_REFUSED).until(() -> answerTo(client) == 401);
    }

    @AfterEach
    void closeClients() {
        owners.forEach(KubernetesClient::close);
        owners.clear();
    }

    @Test
    void mintsAKubeconfigThatWorksAndSaysWhenItEnds() {
        TenantName kim = withAccount("kim");

        Mint.Minted minted = minted(kim);

        KubernetesClient owner = owner(minted);
        assertThat(owner.getNamespace()).isEqualTo(kim.namespace());
        assertThat(owner.getConfiguration().getCurrentContext().getName()).isEqualTo(kim.value());
        await().atMost(ofSeconds(5)).until(() -> answerTo(owner) == 200);
        assertThat(minted.expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(50)),
                        Instant.now().plus(Duration.ofHours(1)));
        assertThat(minted.toString()).doesNotContain("token");
    }

    @Test
    void revokesOneKubeconfigAlone() {
        TenantName lea = withAccount("lea");
        KubernetesClient first = owner(minted(lea));
        Secret bond = bonds(lea).getFirst();
        KubernetesClient second = owner(minted(lea));

        cluster.client().resource(bond).delete();

        awaitRefusal(first);
        assertThat(answerTo(second)).isEqualTo(200);
    }

    @Test
    void refusesEveryOldKubeconfigAfterARotation() {
        TenantName max = withAccount("max");
        KubernetesClient old = owner(minted(max));
        await().atMost(ofSeconds(5)).until(() -> answerTo(old) == 200);

        eventuallyDone(() -> cluster.credentials().revokeKubeconfigs(max));
        eventuallyDone(() -> cluster.credentials().ensureOwnerAccount(max));

        awaitRefusal(old);
        assertThat(bonds(max)).isEmpty();
        KubernetesClient renewed = owner(minted(max));
        await().atMost(ofSeconds(5)).until(() -> answerTo(renewed) == 200);
        assertThat(answerTo(old)).isEqualTo(401);
    }

    @Test
    void revokesWhatIsNotThere() {
        TenantName nia = tenant("nia");
        eventuallyDone(() -> cluster.changes().ensureNamespace(nia, ANA, size(), "onboarding"));

        eventuallyDone(() -> cluster.credentials().revokeKubeconfigs(nia));
    }

    @Test
    void changesTheIngressPasswordOnceForEachRotation() {
        TenantName oda = tenant("oda");
        eventuallyDone(() -> cluster.changes().ensureNamespace(oda, ANA, size(), "onboarding"));
        eventuallyDone(() -> cluster.changes().ensureIngressLogin(oda));
        String first = password(oda);

        eventuallyDone(() -> cluster.credentials().renewIngressLogin(oda, "o1"));
        String second = password(oda);
        eventuallyDone(() -> cluster.credentials().renewIngressLogin(oda, "o1"));

        assertThat(second).isNotEqualTo(first).isEqualTo(password(oda));
        String line = decoded(Objects.requireNonNull(
                secret(oda, "ingress-basic-auth").getData().get("auth")));
        String hash = line.strip().substring(line.indexOf(':') + 1).replaceFirst("^\\$2y", "\\$2a");
        assertThat(BCrypt.checkpw(second, hash)).isTrue();
        assertThat(BCrypt.checkpw(first, hash)).isFalse();
    }

    @Test
    void saysHowToGetAnAccountWhenThereIsNone() {
        TenantName pia = tenant("pia");
        eventuallyDone(() -> cluster.changes().ensureNamespace(pia, ANA, size(), "onboarding"));

        Mint mint = cluster.credentials().mintKubeconfig(pia);

        assertThat(mint)
                .isEqualTo(new Mint.NotMinted(
                        "there is no account for its owner yet; \"user rotate " + pia + "\" makes one"));
        assertThat(bonds(pia)).isEmpty();
    }

    @Test
    void sweepsWhatIsLeftOfEndedKubeconfigs() {
        TenantName ria = withAccount("ria");
        minted(ria);
        Secret bond = bonds(ria).getFirst();
        cluster.client()
                .resource(bond)
                .edit(secret -> new SecretBuilder(secret)
                        .editMetadata()
                        .addToAnnotations("hallm.dev/expires", "2026-01-01T00:00:00Z")
                        .endMetadata()
                        .build());

        minted(ria);

        assertThat(bonds(ria))
                .singleElement()
                .satisfies(left -> assertThat(left.getMetadata().getName())
                        .isNotEqualTo(bond.getMetadata().getName()));
    }

    @Test
    void namesOtherWaysIn() {
        TenantName sid = withAccount("sid");
        assertThat(cluster.credentials().strays(sid)).isEqualTo(new Strays.Found(List.of()));
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(sid.namespace())
                        .withName("builder")
                        .endMetadata()
                        .build())
                .create();
        cluster.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(sid.namespace())
                        .withName("builders")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                        .addNewSubject("", "ServiceAccount", "builder", sid.namespace())
                        .build())
                .create();
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(sid.namespace())
                        .withName("builder-token")
                        .addToAnnotations("kubernetes.io/service-account.name", "builder")
                        .endMetadata()
                        .withType("kubernetes.io/service-account-token")
                        .build())
                .create();

        Strays strays = cluster.credentials().strays(sid);

        assertThat(strays)
                .isEqualTo(new Strays.Found(
                        List.of("ServiceAccount builder", "RoleBinding builders", "Secret builder-token")));
    }

    private List<Secret> bonds(TenantName tenant) {
        return cluster.client()
                .secrets()
                .inNamespace(tenant.namespace())
                .withLabel("hallm.dev/kubeconfig")
                .list()
                .getItems();
    }

    private String password(TenantName tenant) {
        return cluster.changes().ingressLogin(tenant).orElseThrow().password();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
