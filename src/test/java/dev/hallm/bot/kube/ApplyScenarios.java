package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class ApplyScenarios extends Scenarios {
    @Test
    void createsWhatIsNotThere() {
        applyMap("hallm", "{x: \"1\"}");

        assertThat(map().getData()).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void removesWhatItsManagerNoLongerStates() {
        applyMap("hallm", "{x: \"1\", y: \"2\"}");

        applyMap("hallm", "{y: \"2\"}");

        assertThat(map().getData()).isEqualTo(Map.of("y", "2"));
    }

    @Test
    void keepsWhatSomebodyElseSet() {
        applyMap("hallm", "{x: \"1\"}");
        applyMap("other", "{y: \"2\"}");

        applyMap("hallm", "{x: \"3\"}");

        assertThat(map().getData()).isEqualTo(Map.of("x", "3", "y", "2"));
    }

    @Test
    void keepsTheVersionWhenNothingChanges() {
        String before = applyMap("hallm", "{x: \"1\"}").getMetadata().getResourceVersion();

        String after = applyMap("hallm", "{x: \"1\"}").getMetadata().getResourceVersion();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void refusesAFieldThatAnotherManagerApplied() {
        applyMap("other", "{x: \"1\"}");

        var refusal = refusal(() -> applyMap("hallm", "{x: \"2\"}"));

        assertStatus(refusal, 409, "Conflict");
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"other\": .data.x");
        assertThat(refusal.getStatus().getDetails().getCauses().getFirst().getField())
                .isEqualTo(".data.x");
    }

    @Test
    void refusesAFieldThatSomebodyEdited() {
        applyMap("hallm", "{x: \"1\"}");
        client.configMaps().inNamespace(namespace).withName("a").patch(editor(), "{\"data\": {\"x\": \"9\"}}");

        var refusal = refusal(() -> applyMap("hallm", "{x: \"2\"}"));

        assertStatus(refusal, 409, "Conflict");
        assertThat(refusal.getStatus().getMessage()).contains("conflict with \"kubectl-edit\" using v1: .data.x");
    }

    @Test
    void takesAFieldByForce() {
        applyMap("other", "{x: \"1\"}");

        client.resource(yaml("{x: \"2\"}"))
                .inNamespace(namespace)
                .fieldManager("hallm")
                .forceConflicts()
                .serverSideApply();

        assertThat(map().getData()).isEqualTo(Map.of("x", "2"));
    }

    @Test
    void sharesAFieldOfTheSameValue() {
        applyMap("other", "{x: \"1\"}");
        applyMap("hallm", "{x: \"1\"}");

        applyMap("other", "{}");

        assertThat(map().getData()).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void changesNothingInADryRun() {
        applyMap("hallm", "{x: \"1\"}");

        HasMetadata preview = client.resource(yaml("{x: \"2\"}"))
                .inNamespace(namespace)
                .dryRun()
                .fieldManager("hallm")
                .serverSideApply();

        assertThat(((ConfigMap) preview).getData()).isEqualTo(Map.of("x", "2"));
        assertThat(map().getData()).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void removesAnElementOfAListThatItsManagerNoLongerStates() {
        applyDeployment("[{name: A, value: \"1\"}, {name: B, value: \"2\"}]");

        applyDeployment("[{name: B, value: \"2\"}]");

        assertThat(deployment()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getEnv())
                .extracting("name")
                .containsExactly("B");
    }

    @Test
    void overwritesInSilenceWhatWasScaledToZero() {
        applyDeployment("[]");
        client.apps().deployments().inNamespace(namespace).withName("web").scale(0);

        applyDeployment("[]");

        assertThat(deployment().getSpec().getReplicas()).isEqualTo(1);
    }

    private HasMetadata applyMap(String manager, String data) {
        return client.resource(yaml(data))
                .inNamespace(namespace)
                .fieldManager(manager)
                .serverSideApply();
    }

    private static String yaml(String data) {
        return "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: %s}".formatted(data);
    }

    private static PatchContext editor() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("kubectl-edit")
                .build();
    }

    private ConfigMap map() {
        return client.configMaps().inNamespace(namespace).withName("a").get();
    }

    private void applyDeployment(String env) {
        client.resource("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web}
                        spec:
                          replicas: 1
                          selector: {matchLabels: {app: web}}
                          template:
                            metadata: {labels: {app: web}}
                            spec: {containers: [{name: main, image: "web:1", env: %s}]}
                        """.formatted(env))
                .inNamespace(namespace)
                .fieldManager("hallm")
                .serverSideApply();
    }

    private Deployment deployment() {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("web")
                .get();
    }
}
