package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.Away;
import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the port promises while Kubernetes does not answer, and afterwards. */
public abstract class AwayScenario {
    private KubernetesClient direct;
    private Cuttable connection;

    /** A kubeconfig's text. */
    protected abstract String kubeconfig();

    @BeforeEach
    void connect() {
        direct = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig()))
                .build();
        connection = new Cuttable(URI.create(direct.getMasterUrl().toString()));
    }

    @AfterEach
    void disconnect() {
        connection.close();
        ClusterUnderTest.deleteTenants(direct);
        direct.close();
    }

    private ClusterUnderTest bot() {
        String server = direct.getMasterUrl().toString();
        String cutOff = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        return new ClusterUnderTest(
                kubeconfig().replace(cutOff, connection.address().toString()));
    }

    @Test
    void startsWhileKubernetesIsAwayAndCatchesUp() {
        connection.cut();
        try (ClusterUnderTest bot = bot()) {
            await().atMost(ofSeconds(10)).until(() -> bot.health().staleness().compareTo(ZERO) > 0);
            assertThat(bot.health().synced()).isFalse();
            assertThat(bot.changes().ensureNamespace(tenant("off"), ANA, size(), "o1"))
                    .isInstanceOf(Away.class);

            connection.mend();

            await().atMost(ofSeconds(30)).until(() -> bot.health().synced());
            await().atMost(ofSeconds(10)).until(() -> bot.tenants().staleness().isZero());
        }
    }

    @Test
    void seesWhatHappenedWhileKubernetesWasAway() {
        TenantName old = tenant("old");
        TenantName fresh = tenant("fresh");
        try (ClusterUnderTest bot = bot()) {
            await().atMost(ofSeconds(20))
                    .until(() -> bot.changes().ensureNamespace(old, ANA, size(), "o1"), Done.class::isInstance);
            await().atMost(ofSeconds(20)).until(() -> bot.tenants().find(old).isPresent());
            connection.cut();
            direct.namespaces().withName(old.namespace()).delete();
            create(fresh);
            await().atMost(ofSeconds(10)).until(() -> bot.tenants().staleness().compareTo(ofSeconds(1)) > 0);
            assertThat(bot.tenants().find(fresh)).isEmpty();

            connection.mend();

            await().atMost(ofSeconds(40)).until(() -> bot.tenants().find(fresh).isPresent());
            await().atMost(ofSeconds(40)).until(() -> bot.tenants().find(old).isEmpty());
        }
    }

    @Test
    void answersAwayForTheStackWhileKubernetesDoesNotAnswer() {
        try (ClusterUnderTest bot = bot()) {
            TenantName cut = tenant("cut");
            connection.cut();

            ClusterAnswer answer = bot.changes().installStack(cut, size(), false);

            assertThat(answer).isInstanceOf(Away.class);
        }
    }

    private void create(TenantName tenant) {
        direct.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(tenant.namespace())
                        .endMetadata()
                        .build())
                .create();
    }
}
