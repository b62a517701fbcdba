package dev.hallm.bot.kube;

class QuotaTest extends QuotaScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }
}
