package dev.hallm.bot.kube;

class BoundsTest extends BoundScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }
}
