package dev.hallm.bot.cluster;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.Tenants;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The cluster module alone, wired by Spring as in the bot, against the API that a kubeconfig names. */
public final class ClusterUnderTest implements AutoCloseable {
    public static final ChatAccount ANA = ChatAccount.parse("console:local/ana");
    public static final ChatAccount BO = ChatAccount.parse("console:local/bo");

    private static final Set<TenantName> TENANTS = ConcurrentHashMap.newKeySet();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public ClusterUnderTest(String kubeconfig) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("hallm.kubernetes.kubeconfig-contents", kubeconfig)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(PlatformSettings.class, ClusterUnderTest::settings);
        context.registerBean(
                CredentialSettings.class,
                () -> new CredentialSettings(Duration.ofHours(1), Optional.empty(), Optional.empty()));
        context.scan(
                "dev.hallm.bot.cluster.kube",
                "dev.hallm.bot.cluster.helm",
                "dev.hallm.bot.cluster.homeassistant",
                "dev.hallm.bot.cluster.dns");
        context.refresh();
    }

    private static PlatformSettings settings() {
        return new PlatformSettings("example.com", "manifests/ha-llm-stack", Map.of(), "nvidia.com/gpu", "");
    }

    private static StackSize size(int gpu, Map<String, Object> values) {
        return new StackSize(
                "small", Range.parse("1..2"), Range.parse("4Gi..8Gi"), Quantity.parse("50Gi"), gpu, List.of(), values);
    }

    /** A size that fits the test cluster many times. */
    public static StackSize size(Map<String, Object> values) {
        return size(0, values);
    }

    public static StackSize withGpu() {
        return size(1, Map.of());
    }

    /** A size that asks for more GPUs than any node has. */
    static StackSize withGpus(int gpus) {
        return size(gpus, Map.of());
    }

    public static StackSize size() {
        return size(Map.of());
    }

    /** A size whose Ollama has an image tag that the simulated cluster fails in its own way. */
    public static StackSize failing(String tag) {
        return size(Map.of("ollama", Map.of("image", Map.of("tag", tag))));
    }

    /** A tenant that no other test uses, nor an earlier run on the same cluster. */
    public static TenantName tenant(String word) {
        var tenant = new TenantName(word + "-" + UUID.randomUUID().toString().substring(0, 8));
        TENANTS.add(tenant);
        return tenant;
    }

    /** Leaves nothing of the tests' tenants behind. */
    static void deleteTenants(KubernetesClient client) {
        TENANTS.forEach(
                tenant -> client.namespaces().withName(tenant.namespace()).delete());
        TENANTS.clear();
    }

    public TenantCluster changes() {
        return context.getBean(TenantCluster.class);
    }

    public TenantChecks checks() {
        return context.getBean(TenantChecks.class);
    }

    public TenantCredentials credentials() {
        return context.getBean(TenantCredentials.class);
    }

    public Tenants tenants() {
        return context.getBean(Tenants.class);
    }

    public TenantDetails details() {
        return context.getBean(TenantDetails.class);
    }

    public ClusterCapacity capacity() {
        return context.getBean(ClusterCapacity.class);
    }

    public ClusterHealth health() {
        return context.getBean(ClusterHealth.class);
    }

    public KubernetesClient client() {
        return context.getBean(KubernetesClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
