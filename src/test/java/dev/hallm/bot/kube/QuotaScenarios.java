package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class QuotaScenarios extends Scenarios {
    private static final String SMALL = "{requests: {cpu: \"1\", memory: 1Gi}, limits: {cpu: \"1\", memory: 1Gi}}";

    @Test
    void namesWhatWasRequestedUsedAndLimited() {
        enforce("{requests.cpu: \"2\"}");

        var refusal = refusal(() -> createPod("home-assistant", "web:1", "{requests: {cpu: \"4\"}}"));

        assertStatus(refusal, 403, "Forbidden");
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"home-assistant\" is forbidden: exceeded quota: user-quota, requested:"
                        + " requests.cpu=4, used: requests.cpu=0, limited: requests.cpu=2");
    }

    @Test
    void requiresContainersToStateWhatAQuotaCounts() {
        enforce("{limits.cpu: \"2\", limits.memory: 4Gi}");

        var refusal = refusal(() -> createPod("home-assistant", "web:1", "{}"));

        assertStatus(refusal, 403, "Forbidden");
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"home-assistant\" is forbidden: failed quota: user-quota: must specify limits.cpu"
                        + " for: main; limits.memory for: main");
    }

    @Test
    void fillsInTheDefaultsOfALimitRangeFirst() {
        enforce("{limits.cpu: \"2\", requests.cpu: \"2\"}");
        create("""
                apiVersion: v1
                kind: LimitRange
                metadata: {name: limits}
                spec: {limits: [{type: Container, default: {cpu: 500m}, defaultRequest: {cpu: 100m}}]}
                """);

        var pod = createPod("web", "web:1", "{}");

        var resources = pod.getSpec().getContainers().getFirst().getResources();
        assertThat(resources.getLimits().get("cpu")).hasToString("500m");
        assertThat(resources.getRequests().get("cpu")).hasToString("100m");
    }

    @Test
    void refusesARequestAboveTheDefaultLimit() {
        create("""
                apiVersion: v1
                kind: LimitRange
                metadata: {name: limits}
                spec: {limits: [{type: Container, default: {cpu: 500m}}]}
                """);

        var refusal = refusal(() -> createPod("web", "web:1", "{requests: {cpu: \"1\"}}"));

        assertStatus(refusal, 422, "Invalid");
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("Pod \"web\" is invalid: spec.containers[0].resources.requests: Invalid value: \"1\":"
                        + " must be less than or equal to cpu limit of 500m");
    }

    @Test
    void refusesAGpuThatIsOnlyRequested() {
        var refusal = refusal(() -> createPod("web", "web:1", "{requests: {nvidia.com/gpu: \"1\"}}"));

        assertStatus(refusal, 422, "Invalid");
        assertThat(refusal.getStatus().getMessage()).contains("Limit must be set for non overcommitable resources");
    }

    @Test
    void countsWhatIsUsedInCanonicalForm() {
        enforce("{requests.cpu: \"4\", requests.memory: 8192Mi, pods: \"5\"}");

        createPod("web", "web:1", "{requests: {cpu: 0.5, memory: 1024Mi}}");

        await().untilAsserted(() ->
                assertThat(used()).isEqualTo(Map.of("pods", "1", "requests.cpu", "500m", "requests.memory", "1Gi")));
        assertThat(quota().getStatus().getHard().get("requests.memory")).hasToString("8Gi");
    }

    @Test
    void freesWhatADeletedPodUsed() {
        enforce("{pods: \"1\"}");
        createPod("first", "web:1", "{}");
        refusal(() -> createPod("second", "web:1", "{}"));

        client.pods()
                .inNamespace(namespace)
                .withName("first")
                .withGracePeriod(0)
                .delete();

        await().until(() -> "0".equals(used().get("pods")));
        assertThat(createPod("second", "web:1", "{}")).isNotNull();
    }

    @Test
    void actsOnVolumes() {
        enforce("{requests.storage: 10Gi}");

        var refusal = refusal(() -> create("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 11Gi}}}
                """));

        assertThat(refusal.getStatus().getMessage())
                .contains("requested: requests.storage=11Gi, used: requests.storage=0, limited: requests.storage=10Gi");
    }

    @Test
    void storesAndIgnoresGpuKeysOtherThanRequests() {
        enforce("{limits.nvidia.com/gpu: \"0\", nvidia.com/gpu: \"0\"}");

        createPod("web", "web:1", "{limits: {nvidia.com/gpu: \"1\"}}");

        assertThat(used()).isEmpty();
    }

    @Test
    void actsOnTheRequestsOfAGpu() {
        enforce("{requests.nvidia.com/gpu: \"0\"}");

        var refusal = refusal(() -> createPod("web", "web:1", "{limits: {nvidia.com/gpu: \"1\"}}"));

        assertThat(refusal.getStatus().getMessage()).contains("limited: requests.nvidia.com/gpu=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{storage: 100Gi}|422", "{requests: {cpu: \"4\"}}|400", "{requests.memory: 16GB}|400"})
    void refusesKeysAndValuesThatAreNone(String hard, int code) {
        var refusal = refusal(() ->
                client.raw("/api/v1/namespaces/" + namespace + "/resourcequotas", "POST", Json.read(quotaYaml(hard))));

        assertThat(refusal.getCode()).as(refusal.getMessage()).isEqualTo(code);
    }

    @Test
    void failsToApplyAValueThatIsNoQuantity() {
        var refusal = refusal(() -> client.resource(quotaYaml("{requests.memory: 16GB}"))
                .inNamespace(namespace)
                .fieldManager("hallm")
                .serverSideApply());

        assertThat(refusal.getCode()).isEqualTo(500);
    }

    @Test
    void showsARefusalOnTheDeploymentUntilTheQuotaIsRaised() {
        enforce("{requests.cpu: 500m}");
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: main, image: "web:1", resources: %s}]}
                """.formatted(SMALL));
        await().until(() -> failure().contains("exceeded quota: user-quota, requested: requests.cpu=1"));

        client.resourceQuotas()
                .inNamespace(namespace)
                .withName("user-quota")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"hard\": {\"requests.cpu\": \"2\"}}}");

        await().until(() -> Integer.valueOf(1).equals(deployment().getStatus().getReadyReplicas()));
        assertThat(failure()).isEmpty();
    }

    /** Makes a quota and waits until it acts. */
    private void enforce(String hard) {
        create(quotaYaml(hard));
        await().until(() -> quota().getStatus() != null
                && quota().getSpec().getHard().equals(quota().getStatus().getHard()));
    }

    private static String quotaYaml(String hard) {
        return "---\n{apiVersion: v1, kind: ResourceQuota, metadata: {name: user-quota}, spec: {hard: %s}}"
                .formatted(hard);
    }

    private ResourceQuota quota() {
        return client.resourceQuotas()
                .inNamespace(namespace)
                .withName("user-quota")
                .get();
    }

    private Map<String, String> used() {
        var used = new TreeMap<String, String>();
        if (quota().getStatus().getUsed() != null) {
            quota().getStatus().getUsed().forEach((key, amount) -> used.put(key, amount.toString()));
        }
        return used;
    }

    private Deployment deployment() {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("web")
                .get();
    }

    private String failure() {
        return deployment().getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals("ReplicaFailure"))
                .map(condition -> condition.getMessage())
                .findFirst()
                .orElse("");
    }
}
