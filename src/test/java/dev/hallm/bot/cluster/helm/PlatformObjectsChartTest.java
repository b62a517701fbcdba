package dev.hallm.bot.cluster.helm;

import static dev.hallm.bot.cluster.helm.RenderedChart.named;
import static dev.hallm.bot.cluster.helm.RenderedChart.only;
import static dev.hallm.bot.cluster.helm.RenderedChart.render;
import static dev.hallm.bot.cluster.helm.RenderedChart.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What bounds a tenant, as the chart makes it of its values. */
class PlatformObjectsChartTest {
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
                    .isLessThanOrEqualTo(nineTenths(amount(hard, "requests." + resource)));
            assertThat(asked(objects, resource, ResourceRequirements::getLimits))
                    .isLessThanOrEqualTo(nineTenths(amount(hard, "limits." + resource)));
        }
    }

    private static BigDecimal asked(
            List<HasMetadata> objects, String resource, Function<ResourceRequirements, Map<String, Quantity>> part) {
        return only(Deployment.class, objects).stream()
                .map(deployment -> spec(deployment).getContainers().getFirst().getResources())
                .map(resources -> amount(part.apply(resources), resource))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Map<String, Quantity> amounts, String key) {
        return Objects.requireNonNull(amounts.get(key), key).getNumericalAmount();
    }

    private static BigDecimal nineTenths(BigDecimal hard) {
        return hard.multiply(new BigDecimal("0.9"));
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
                        .filter(rule -> rule.getFrom().stream().anyMatch(PlatformObjectsChartTest::isTheController))
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
}
