package dev.hallm.bot.kube;

class ApplyTest extends ApplyScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }
}
