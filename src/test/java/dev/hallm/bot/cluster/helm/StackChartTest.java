package dev.hallm.bot.cluster.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects that the tenant's chart makes of its values. */
class StackChartTest {
    private static final Map<String, Object> OPEN = Map.of("domain", "example.com", "ingress", Map.of("enabled", true));

    @Test
    void keepsBothHostsClosedAtFirst() {
        assertThat(render(Map.of())).noneMatch(Ingress.class::isInstance);
    }

    @Test
    void opensBothHostsBehindALogin() {
        List<Ingress> ingresses = only(Ingress.class, render(OPEN));

        assertThat(ingresses)
                .extracting(ingress -> ingress.getSpec().getRules().getFirst().getHost())
                .containsExactlyInAnyOrder("ha.jane.example.com", "ollama.jane.example.com");
        assertThat(ingresses)
                .allSatisfy(ingress -> assertThat(ingress.getMetadata().getAnnotations())
                        .containsEntry("nginx.ingress.kubernetes.io/auth-type", "basic")
                        .containsEntry("nginx.ingress.kubernetes.io/auth-secret", "ingress-basic-auth")
                        .containsEntry("nginx.ingress.kubernetes.io/auth-realm", "jane"));
    }

    @Test
    void refusesToOpenAHostWhoseLoginItCannotWrite() {
        Map<String, Object> traefik =
                Map.of("domain", "example.com", "ingress", Map.of("enabled", true, "className", "traefik"));

        assertThatThrownBy(() -> render(traefik)).hasMessageContaining("asks for a login");
    }

    @Test
    void opensAHostToEveryoneOnlyWhenToldSo() {
        Map<String, Object> open = Map.of(
                "domain",
                "example.com",
                "ingress",
                Map.of("enabled", true, "authentication", Map.of("disabled", true)));

        assertThat(only(Ingress.class, render(open)))
                .allSatisfy(ingress ->
                        assertThat(ingress.getMetadata().getAnnotations()).isNullOrEmpty());
    }

    @Test
    void writesAnotherControllersAnnotationsAsTemplates() {
        Map<String, Object> login = Map.of("example.com/auth", "{{ .Release.Namespace }}-login");
        Map<String, Object> other = Map.of(
                "domain",
                "example.com",
                "ingress",
                Map.of(
                        "enabled",
                        true,
                        "className",
                        "other",
                        "clusterIssuer",
                        "letsencrypt",
                        "externalDns",
                        Map.of("enabled", true),
                        "authentication",
                        Map.of("annotations", login)));

        Ingress ingress = named("home-assistant", only(Ingress.class, render(other)));

        assertThat(ingress.getMetadata().getAnnotations())
                .containsOnly(
                        Map.entry("example.com/auth", "ha-llm-user-jane-login"),
                        Map.entry("cert-manager.io/cluster-issuer", "letsencrypt"),
                        Map.entry("external-dns.kubernetes.io/hostname", "ha.jane.example.com"));
        assertThat(ingress.getSpec().getTls())
                .singleElement()
                .satisfies(tls -> assertThat(tls.getSecretName()).isEqualTo("home-assistant-tls"));
    }

    @Test
    void statesTheResourcesOfEveryContainer() {
        assertThat(only(Deployment.class, render(Map.of())).stream().flatMap(StackChartTest::containers))
                .hasSize(3)
                .allSatisfy(container -> {
                    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                    assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
                });
    }

    @Test
    void probesEveryWorkloadAndReplacesItWithoutASecondPod() {
        assertThat(only(Deployment.class, render(Map.of()))).hasSize(2).allSatisfy(deployment -> {
            assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
            Container container = spec(deployment).getContainers().getFirst();
            assertThat(container.getStartupProbe()).isNotNull();
            assertThat(container.getReadinessProbe()).isNotNull();
            assertThat(container.getLivenessProbe()).isNotNull();
        });
    }

    @Test
    void stopsBothWorkloadsOfASuspendedTenant() {
        assertThat(only(Deployment.class, render(Map.of("suspended", true))))
                .hasSize(2)
                .allSatisfy(deployment ->
                        assertThat(deployment.getSpec().getReplicas()).isZero());
    }

    @Test
    void givesOllamaItsGpusAsALimit() {
        Map<String, Object> slices =
                Map.of("gpu", Map.of("resource", "nvidia.com/mig-1g.5gb", "count", 2, "runtimeClass", "nvidia"));

        Deployment ollama = named("ollama", only(Deployment.class, render(slices)));

        assertThat(spec(ollama).getRuntimeClassName()).isEqualTo("nvidia");
        assertThat(spec(ollama).getContainers().getFirst().getResources().getLimits())
                .containsEntry("nvidia.com/mig-1g.5gb", new Quantity("2"));
    }

    @Test
    void leavesGpusOutWhereNoneIsGranted() {
        Map<String, Object> none = Map.of("gpu", Map.of("count", 0, "runtimeClass", "nvidia"));

        Deployment ollama = named("ollama", only(Deployment.class, render(none)));

        assertThat(spec(ollama).getRuntimeClassName()).isNull();
        assertThat(spec(ollama).getContainers().getFirst().getResources().getLimits())
                .containsOnlyKeys("cpu", "memory");
    }

    @Test
    void bringsThePlatformsObjectsUnlessTheBotDoes() {
        List<String> platforms =
                List.of("ResourceQuota", "LimitRange", "NetworkPolicy", "ServiceAccount", "RoleBinding");

        assertThat(render(Map.of())).extracting(HasMetadata::getKind).containsAll(platforms);
        assertThat(render(Map.of("platformObjects", Map.of("create", false))))
                .extracting(HasMetadata::getKind)
                .doesNotContainAnyElementsOf(platforms);
    }

    @Test
    void grantsNoGpuButItsOwn() {
        Map<String, Object> slices = Map.of(
                "gpu",
                Map.of("resource", "nvidia.com/gpu.shared", "count", 2),
                "platformObjects",
                Map.of("gpuResources", List.of("nvidia.com/gpu", "nvidia.com/gpu.shared", "example.com/gpu")));

        ResourceQuota quota = only(ResourceQuota.class, render(slices)).getFirst();

        assertThat(quota.getSpec().getHard())
                .containsEntry("requests.nvidia.com/gpu.shared", new Quantity("2"))
                .containsEntry("requests.nvidia.com/gpu", new Quantity("0"))
                .containsEntry("requests.example.com/gpu", new Quantity("0"))
                .containsEntry("services.nodeports", new Quantity("0"));
    }

    @Test
    void fitsItsOwnQuotaWithATenthLeftFree() {
        List<HasMetadata> objects = render(Map.of());
        Map<String, Quantity> hard =
                only(ResourceQuota.class, objects).getFirst().getSpec().getHard();

        for (String resource : List.of("cpu", "memory")) {
            assertThat(asked(objects, resource, ResourceRequirements::getRequests))
                    .isLessThanOrEqualTo(nineTenths(hard.get("requests." + resource)));
            assertThat(asked(objects, resource, ResourceRequirements::getLimits))
                    .isLessThanOrEqualTo(nineTenths(hard.get("limits." + resource)));
        }
    }

    private static BigDecimal asked(
            List<HasMetadata> objects, String resource, Function<ResourceRequirements, Map<String, Quantity>> part) {
        return only(Deployment.class, objects).stream()
                .map(deployment -> spec(deployment).getContainers().getFirst().getResources())
                .map(resources -> part.apply(resources).get(resource).getNumericalAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal nineTenths(Quantity hard) {
        return hard.getNumericalAmount().multiply(new BigDecimal("0.9"));
    }

    @Test
    void closesATenantButForWhatItNeeds() {
        List<NetworkPolicy> policies = only(NetworkPolicy.class, render(Map.of()));

        NetworkPolicy all = named("user-network", policies);
        assertThat(all.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(all.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(all.getSpec().getIngress())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getFrom())
                        .singleElement()
                        .satisfies(
                                from -> assertThat(from.getNamespaceSelector()).isNull()));
        assertThat(all.getSpec().getEgress().getFirst().getPorts())
                .extracting(port -> port.getProtocol() + port.getPort().getIntVal())
                .containsExactly("UDP53", "TCP53");
        assertThat(blocked(all))
                .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10");
        assertThat(doors(policies))
                .containsExactlyInAnyOrder("home-assistant 8123", "ollama 11434", "certificate-solver 8089");
        assertThat(named("certificate-solver", policies)
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels())
                .containsOnly(Map.entry("acme.cert-manager.io/http01-solver", "true"));
    }

    private static List<String> blocked(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream()
                .flatMap(rule -> rule.getTo().stream())
                .filter(to -> to.getIpBlock() != null)
                .flatMap(to -> to.getIpBlock().getExcept().stream())
                .toList();
    }

    /** Where the ingress controller's namespace comes in. */
    private static List<String> doors(List<NetworkPolicy> policies) {
        return policies.stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream()
                        .filter(rule -> rule.getFrom().stream().anyMatch(StackChartTest::isTheController))
                        .map(rule -> policy.getMetadata().getName() + " "
                                + rule.getPorts().getFirst().getPort().getIntVal()))
                .toList();
    }

    private static boolean isTheController(NetworkPolicyPeer from) {
        return from.getNamespaceSelector() != null
                && "ingress-nginx"
                        .equals(from.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"));
    }

    @Test
    void leavesOnlyHomeAssistantToOllamaWhereATenantsPodsAreClosedToEachOther() {
        Map<String, Object> closed =
                Map.of("platformObjects", Map.of("networkPolicies", Map.of("withinTenant", false, "internet", false)));

        List<NetworkPolicy> policies = only(NetworkPolicy.class, render(closed));

        assertThat(named("user-network", policies).getSpec().getIngress()).isNullOrEmpty();
        assertThat(named("user-network", policies).getSpec().getEgress()).hasSize(1);
        assertThat(named("ollama", policies)
                        .getSpec()
                        .getIngress()
                        .getFirst()
                        .getFrom()
                        .getLast()
                        .getPodSelector())
                .isEqualTo(named("home-assistant", policies).getSpec().getPodSelector());
        assertThat(named("home-assistant", policies)
                        .getSpec()
                        .getEgress()
                        .getFirst()
                        .getTo()
                        .getFirst()
                        .getPodSelector())
                .isEqualTo(named("ollama", policies).getSpec().getPodSelector());
    }

    @Test
    void letsInAnIngressControllerOfAnotherPlace() {
        Map<String, Object> traefik = Map.of(
                "platformObjects",
                Map.of(
                        "networkPolicies",
                        Map.of(
                                "ingressController",
                                Map.of("podLabels", Map.of("app", "traefik"), "ranges", List.of("192.0.2.0/24")))));

        List<NetworkPolicyPeer> from = named("ollama", only(NetworkPolicy.class, render(traefik)))
                .getSpec()
                .getIngress()
                .getFirst()
                .getFrom();

        assertThat(from.getFirst().getPodSelector().getMatchLabels()).containsEntry("app", "traefik");
        assertThat(from.get(1).getIpBlock().getCidr()).isEqualTo("192.0.2.0/24");
    }

    @Test
    void bindsTheOwnersAccountToItsRole() {
        RoleBinding binding = only(RoleBinding.class, render(Map.of())).getFirst();

        assertThat(binding.getRoleRef().getName()).isEqualTo("hallm-tenant-owner");
        assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
            assertThat(subject.getName()).isEqualTo("hallm-owner");
            assertThat(subject.getNamespace()).isEqualTo("ha-llm-user-jane");
        });
    }

    @Test
    void arrivesWithTheActionThatPullsAModel() {
        String configuration = named("home-assistant-defaults", only(ConfigMap.class, render(Map.of())))
                .getData()
                .get("configuration.yaml");

        assertThat(configuration)
                .contains("rest_command:", "http://ollama:11434/api/pull", "{\"model\": {{ model | to_json }}");
    }

    @Test
    void labelsEverythingForTheGuidesCommands() {
        assertThat(render(OPEN))
                .allSatisfy(object -> assertThat(object.getMetadata().getLabels())
                        .containsEntry("app.kubernetes.io/instance", "ha-llm-jane")
                        .containsKey("app.kubernetes.io/component"));
        assertThat(spec(named("ollama", only(Deployment.class, render(OPEN)))).getEnableServiceLinks())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane", "-jane", "a.b", "a-name-that-is-longer-than-the-forty-six-characters"})
    void refusesATenantsNameThatIsNoLabel(String name) {
        assertThatThrownBy(() -> render(Map.of("tenant", name))).hasMessageContaining("/tenant");
    }

    @Test
    void refusesAValueItDoesNotKnow() {
        assertThatThrownBy(() -> render(Map.of("ingres", Map.of("enabled", true))))
                .hasMessageContaining("ingres");
    }

    private static List<HasMetadata> render(Map<String, Object> values) {
        try (ValuesFile file = ValuesFile.of(values)) {
            String text = Helm.template("manifests/ha-llm-stack")
                    .withName("ha-llm-jane")
                    .withNamespace("ha-llm-user-jane")
                    .withValuesFile(file.path())
                    .call();
            return objects(new KubernetesSerialization().unmarshal(text));
        }
    }

    private static List<HasMetadata> objects(Object parsed) {
        var objects = new ArrayList<HasMetadata>();
        Collection<?> all = parsed instanceof Collection<?> several ? several : List.of(parsed);
        all.forEach(object -> objects.add((HasMetadata) (KubernetesResource) object));
        return objects;
    }

    private static <T extends HasMetadata> List<T> only(Class<T> kind, List<HasMetadata> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T extends HasMetadata> T named(String name, List<T> objects) {
        return objects.stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Container> containers(Deployment deployment) {
        return Stream.concat(spec(deployment).getInitContainers().stream(), spec(deployment).getContainers().stream());
    }

    private static PodSpec spec(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }
}
