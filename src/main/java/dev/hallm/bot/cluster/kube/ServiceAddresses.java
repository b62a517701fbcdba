package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantServices;
import dev.hallm.bot.tenant.TenantName;
import java.net.URI;
import java.util.Optional;

/** Ways by an address, for clusters whose API server forwards no ports. */
final class ServiceAddresses implements TenantServices {
    private final String template;

    /** With {@code {namespace}}, {@code {service}} and {@code {port}} where they belong. */
    ServiceAddresses(String template) {
        this.template = template;
    }

    @Override
    public Optional<Way> open(TenantName tenant, Service service) {
        return Optional.of(new Direct(URI.create(template.replace("{namespace}", tenant.namespace())
                .replace("{service}", service.workload())
                .replace("{port}", "" + service.port()))));
    }

    private record Direct(URI address) implements Way {
        @Override
        public void close() {
            // nothing was opened
        }
    }
}
