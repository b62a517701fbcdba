package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantServices;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the bot reaches what tenants' pods serve. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {
    /**
     * @param address {@code http://{service}.{namespace}.svc:{port}} or the like; empty for a port-forward, which is
     *     right unless the cluster cannot
     */
    @Bean
    TenantServices tenantServices(
            KubernetesClient client, @Value("${hallm.kubernetes.service-address:}") String address) {
        return address.isBlank() ? new PortForwards(client) : new ServiceAddresses(address);
    }
}
