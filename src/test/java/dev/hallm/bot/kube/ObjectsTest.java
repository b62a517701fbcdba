package dev.hallm.bot.kube;

class ObjectsTest extends ObjectScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }
}
