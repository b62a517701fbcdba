package dev.hallm.bot.cluster;

import static dev.hallm.bot.cluster.ClusterUnderTest.ANA;
import static dev.hallm.bot.cluster.ClusterUnderTest.size;
import static dev.hallm.bot.cluster.ClusterUnderTest.tenant;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A connected bot and the words that its scenarios share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterScenario {
    protected ClusterUnderTest cluster;

    /** A kubeconfig's text. */
    protected abstract String kubeconfig();

    @BeforeAll
    void connect() {
        cluster = new ClusterUnderTest(kubeconfig());
        await().atMost(ofSeconds(30)).until(() -> cluster.health().synced());
    }

    @AfterAll
    void disconnect() {
        ClusterUnderTest.deleteTenants(cluster.client());
        cluster.close();
    }

    final void prepare(TenantName tenant, StackSize size) {
        eventuallyDone(() -> cluster.changes().ensureNamespace(tenant, ANA, size, "o1"));
        eventuallyDone(() -> cluster.changes().applyQuota(tenant, size));
        eventuallyDone(() -> cluster.changes().installStack(tenant, size, false));
    }

    final List<String> releaseStates(TenantName tenant) {
        return cluster
                .client()
                .secrets()
                .inNamespace(tenant.namespace())
                .withLabel("owner", "helm")
                .list()
                .getItems()
                .stream()
                .map(secret -> secret.getMetadata().getLabels())
                .sorted((one, other) ->
                        Integer.compare(Integer.parseInt(one.get("version")), Integer.parseInt(other.get("version"))))
                .map(labels -> labels.get("status"))
                .toList();
    }

    final Secret secret(TenantName tenant, String name) {
        return cluster.client()
                .secrets()
                .inNamespace(tenant.namespace())
                .withName(name)
                .get();
    }

    static void eventuallyDone(Supplier<ClusterAnswer> change) {
        await().atMost(ofSeconds(30)).until(change::get, Done.class::isInstance);
    }

    static void eventuallyRefused(Supplier<ClusterAnswer> change, String why) {
        await().atMost(ofSeconds(30))
                .until(
                        change::get,
                        answer -> answer instanceof Refused refused
                                && refused.why().contains(why));
    }
}
