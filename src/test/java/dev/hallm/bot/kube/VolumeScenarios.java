package dev.hallm.bot.kube;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.Test;

abstract class VolumeScenarios extends Scenarios {
    @Test
    void bindsAndGrowsAVolume() {
        createBoundClaim("");

        resize("2Gi");

        await().until(() -> claim().getStatus().getCapacity().get("storage"), Quantity.parse("2Gi")::equals);
    }

    @Test
    void refusesToShrinkAVolume() {
        createBoundClaim("");

        var refusal = refusal(() -> resize("512Mi"));

        assertStatus(refusal, 422, "Invalid");
    }

    void createBoundClaim(String more) {
        create("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}%s}
                """.formatted(more));
        await().until(() -> "Bound".equals(claim().getStatus().getPhase()));
    }

    void resize(String size) {
        client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withName("data")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\": {\"resources\": {\"requests\": {\"storage\": \"%s\"}}}}".formatted(size));
    }

    private PersistentVolumeClaim claim() {
        return client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withName("data")
                .require();
    }
}
