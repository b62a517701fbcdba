package dev.hallm.bot.kube;

import org.junit.jupiter.api.Nested;

/** Holds the in-memory cluster against a real one: what is promised of the one holds on the other. */
@RealCluster
class RealClusterIT {
    @Nested
    class OfObjects extends ObjectScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfApply extends ApplyScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfPods extends PodScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfWorkloads extends WorkloadScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfVolumes extends VolumeScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfHelm extends HelmScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfBounds extends BoundScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }

    @Nested
    class OfQuotas extends QuotaScenarios {
        @Override
        TestCluster startCluster() {
            return TestCluster.real();
        }
    }
}
