package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What a tenant takes; as fabric8's objects it would be 60 KB. */
class TenantIndexHeapTest {
    private static final int TENANTS = 2_000;
    private static final long KILOBYTE = 1_000;

    @Test
    void holdsATenantInFourKilobytes() {
        long before = heap();
        var index = new TenantIndex(TenantIndexTest.HEALTHY, Clock.systemUTC());
        var pods = new PodProjection(index, new NodeLoads());

        for (int i = 0; i < TENANTS; i++) {
            fold(index, pods, "tenant-" + i);
        }

        assertThat(index.all().stream().filter(tenant -> tenant.workloads().size() == 2))
                .hasSize(TENANTS);
        assertThat(heap() - before).isLessThan(4 * KILOBYTE * TENANTS);
        assertThat(index.all()).hasSize(TENANTS);
        assertThat(pods.keys()).hasSize(2 * TENANTS);
    }

    private static void fold(TenantIndex index, PodProjection pods, String tenant) {
        index.namespaces().put(Sample.namespace(tenant));
        index.projection(state -> state.quotas, QuotaFacts::of).put(Sample.quota(tenant, "user-quota", "3600m", "4"));
        for (String workload : new String[] {"home-assistant", "ollama"}) {
            index.projection(state -> state.deployments, TenantIndexTest.DEPLOYMENT)
                    .put(Sample.deployment(tenant, workload, 1));
            index.projection(state -> state.volumes, StorageFacts::of).put(Sample.volume(tenant, workload));
            index.projection(state -> state.ingresses, EndpointFacts::of).put(Sample.ingress(tenant, workload));
            pods.put(Sample.pod(tenant, workload));
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
