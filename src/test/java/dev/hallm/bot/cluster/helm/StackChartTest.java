package dev.hallm.bot.cluster.helm;

import static dev.hallm.bot.cluster.helm.RenderedChart.named;
import static dev.hallm.bot.cluster.helm.RenderedChart.only;
import static dev.hallm.bot.cluster.helm.RenderedChart.render;
import static dev.hallm.bot.cluster.helm.RenderedChart.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs of a tenant and how it is reached, as the chart makes it of its values. */
class StackChartTest {
    private static final Map<String, Object> OPEN = Map.of("domain", "example.com", "ingress", Map.of("enabled", true));

    @Test
    void isCleanToHelmsLinter() {
        LintResult result =
                new Helm(Path.of("manifests", "ha-llm-stack")).lint().strict().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

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
    void leavesHomeAssistantToItsOwnLoginWhenToldSo() {
        List<Ingress> ingresses = only(Ingress.class, render(open(Map.of("homeAssistant", false))));

        assertThat(named("home-assistant", ingresses).getMetadata().getAnnotations())
                .isNullOrEmpty();
        assertThat(named("ollama", ingresses).getMetadata().getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/auth-type", "basic");
    }

    @Test
    void guardsHomeAssistantWhenNobodySaysAnything() {
        var silent = new HashMap<String, Object>();
        silent.put("homeAssistant", null);

        assertThat(only(Ingress.class, render(open(silent))))
                .hasSize(2)
                .allSatisfy(ingress -> assertThat(ingress.getMetadata().getAnnotations())
                        .containsEntry("nginx.ingress.kubernetes.io/auth-type", "basic"));
    }

    private static Map<String, Object> open(Map<String, Object> authentication) {
        return Map.of("domain", "example.com", "ingress", Map.of("enabled", true, "authentication", authentication));
    }

    @Test
    void refusesToOpenAHostWhoseLoginItCannotWrite() {
        Map<String, Object> traefik =
                Map.of("domain", "example.com", "ingress", Map.of("enabled", true, "className", "traefik"));

        assertThatThrownBy(() -> render(traefik)).hasMessageContaining("asks for a login");
    }

    @Test
    void opensAHostToEveryoneOnlyWhenToldSo() {
        assertThat(only(Ingress.class, render(open(Map.of("disabled", true)))))
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
        assertThat(only(Deployment.class, render(Map.of())).stream().flatMap(RenderedChart::containers))
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
}
