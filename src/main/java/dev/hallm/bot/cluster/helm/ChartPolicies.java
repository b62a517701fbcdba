package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.kube.NetworkPolicySource;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Renders the chart, which calls no cluster, and takes the network policies out of it. A chart that has none is refused
 * unless its values switch them off: the tenants would not be apart.
 */
@Component
class ChartPolicies implements NetworkPolicySource {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final PlatformSettings settings;
    private final HelmThreads threads;
    private final KubernetesClient client;
    private final Chart chart;

    ChartPolicies(PlatformSettings settings, HelmThreads threads, KubernetesClient client) {
        this.settings = settings;
        this.threads = threads;
        this.client = client;
        this.chart = Chart.parse(settings.chart());
    }

    @Override
    public CompletableFuture<Written> of(TenantName tenant, StackSize size) {
        if (chart.isMissing()) {
            return CompletableFuture.completedFuture(unwritten(
                    new ClusterAnswer.Refused("there is no chart at " + settings.chart(), HelmWords.MISSING)));
        }
        try {
            return CompletableFuture.supplyAsync(() -> render(tenant, size), threads::execute)
                    .completeOnTimeout(
                            unwritten(new ClusterAnswer.NotYet("Helm is still at work")),
                            LONGEST.toSeconds(),
                            TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(unwritten(HelmStack.STOPPING));
        }
    }

    private Written render(TenantName tenant, StackSize size) {
        HelmLibrary.load();
        Map<String, Object> values = HelmValues.withPlatformObjects(settings, tenant, size);
        try (ValuesFile file = ValuesFile.of(values)) {
            return written(values, template(tenant, file.path()).call());
        } catch (IllegalStateException e) {
            return unwritten(new ClusterAnswer.Refused(
                    "the chart cannot write its network policies: " + HelmWords.of(e), HelmWords.BROKEN));
        }
    }

    private TemplateCommand template(TenantName tenant, Path values) {
        TemplateCommand command = Helm.template(chart.reference())
                .withName(tenant.release())
                .withNamespace(tenant.namespace())
                .withValuesFile(values);
        return chart.version().isEmpty() ? command : command.withVersion(chart.version());
    }

    private Written written(Map<String, Object> values, String text) {
        Object parsed = client.getKubernetesSerialization().unmarshal(text);
        List<NetworkPolicy> policies = (parsed instanceof Collection<?> several ? several : List.of(parsed))
                .stream()
                        .filter(NetworkPolicy.class::isInstance)
                        .map(NetworkPolicy.class::cast)
                        .toList();
        return policies.isEmpty() && !HelmValues.switchesPoliciesOff(values)
                ? unwritten(new ClusterAnswer.Refused("the chart " + settings.chart() + " has no network policies,"
                        + " so tenants would reach each other; if that is meant, set"
                        + " platformObjects.networkPolicies.enabled: false in platform.values"))
                : new Written.Policies(policies);
    }

    private static Written unwritten(ClusterAnswer why) {
        return new Written.Unwritten(why);
    }
}
