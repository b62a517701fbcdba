package dev.hallm.bot.scenario;

import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.services.FakeServices;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RealCluster
@DirtiesContext
class RealClusterMainJobIT extends LabMainJob {
    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        FakeServices services = FakeServices.start();
        registry.add("hallm.kubernetes.service-address", services::address);
        registry.add("hallm.dns.server", services.dns()::address);
        registry.add("hallm.kubernetes.kubeconfig", () -> System.getenv("HALLM_TEST_KUBECONFIG"));
    }
}
