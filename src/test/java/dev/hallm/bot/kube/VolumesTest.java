package dev.hallm.bot.kube;

import org.junit.jupiter.api.Test;

class VolumesTest extends VolumeScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }

    /** The simulated cluster does not provide volumes of that class at all. */
    @Test
    void refusesToGrowAVolumeOfAFixedClass() {
        createBoundClaim(", storageClassName: fixed-size");

        var refusal = refusal(() -> resize("2Gi"));

        assertStatus(refusal, 403, "Forbidden");
    }
}
