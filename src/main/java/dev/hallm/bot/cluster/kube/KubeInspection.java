package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterInspection;
import dev.hallm.bot.cluster.ClusterInspection.Inspection.Answers;
import dev.hallm.bot.cluster.ClusterInspection.Inspection.Away;
import dev.hallm.bot.cluster.ClusterInspection.Inspection.CredentialsRefused;
import dev.hallm.bot.cluster.ClusterInspection.Inspection.NotConfigured;
import dev.hallm.bot.cluster.CredentialSettings;
import dev.hallm.bot.cluster.PlatformSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Asks for the client only when it looks, so that a cluster that is named nowhere is an answer as well. */
@Component
class KubeInspection implements ClusterInspection {
    private static final Logger LOG = LoggerFactory.getLogger(KubeInspection.class);
    private static final int TIMEOUT_MILLIS = 2_500;
    private static final String DEFAULT_STORAGE = "storageclass.kubernetes.io/is-default-class";
    /** The class that the chart names unless its values say otherwise. */
    private static final String CHARTS_INGRESS_CLASS = "nginx";

    private final ObjectProvider<KubernetesClient> client;
    private final PlatformSettings settings;
    private final CredentialSettings credentials;

    KubeInspection(ObjectProvider<KubernetesClient> client, PlatformSettings settings, CredentialSettings credentials) {
        this.client = client;
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public Inspection inspect() {
        KubernetesClient found;
        try {
            found = client.getObject();
        } catch (BeansException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof ClusterNotConfigured why) {
                return new NotConfigured(String.valueOf(why.getMessage()));
            }
            throw e;
        }
        return inspect(found);
    }

    /** The quick client shares the connections of the one that it was made of, so it is not closed. */
    @SuppressWarnings("resource")
    private Inspection inspect(KubernetesClient usual) {
        KubernetesClient quick = usual.newClient(new RequestConfigBuilder()
                        .withRequestTimeout(TIMEOUT_MILLIS)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .adapt(KubernetesClient.class);
        String address = usual.getMasterUrl().toString();
        try {
            String version = quick.getKubernetesVersion().getGitVersion();
            return new Answers(address, version, new AccessReviews(quick).all(), gaps(quick));
        } catch (KubernetesClientException e) {
            return e.getCode() == 401 ? new CredentialsRefused(address) : new Away(address, why(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Away(address, "the look at it was stopped");
        }
    }

    private static String why(KubernetesClientException problem) {
        return problem.getCode() <= 0 ? "no connection" : "error " + problem.getCode();
    }

    /** What may not be listed is not missing. */
    private List<Gap> gaps(KubernetesClient quick) {
        var gaps = new ArrayList<Gap>();
        try {
            if (!storageClassIsNamed() && !hasDefaultStorageClass(quick)) {
                gaps.add(new Gap.NoDefaultStorageClass());
            }
            String wanted = named("ingress", "className");
            String name = wanted.isEmpty() ? CHARTS_INGRESS_CLASS : wanted;
            if (quick.network().v1().ingressClasses().list().getItems().stream()
                    .noneMatch(found -> found.getMetadata().getName().equals(name))) {
                gaps.add(new Gap.NoIngressClass(name));
            }
        } catch (KubernetesClientException e) {
            LOG.debug("classes cannot be listed: {}", e.getCode());
        }
        new CredentialGaps(quick, credentials).all().forEach(gaps::add);
        return gaps;
    }

    private boolean storageClassIsNamed() {
        return !named("homeAssistant", "storageClass").isEmpty()
                && !named("ollama", "storageClass").isEmpty();
    }

    private static boolean hasDefaultStorageClass(KubernetesClient quick) {
        return quick.storage().v1().storageClasses().list().getItems().stream()
                .map(found -> found.getMetadata().getAnnotations())
                .anyMatch(annotations -> annotations != null && "true".equals(annotations.get(DEFAULT_STORAGE)));
    }

    private String named(String part, String key) {
        return settings.values().get(part) instanceof Map<?, ?> map && map.get(key) instanceof String text ? text : "";
    }
}
