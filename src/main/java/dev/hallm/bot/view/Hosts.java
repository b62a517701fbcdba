package dev.hallm.bot.view;

import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.tenant.TenantName;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where a tenant's services answer. */
@Component
class Hosts {
    private final PlatformSettings platform;

    Hosts(PlatformSettings platform) {
        this.platform = platform;
    }

    URI homeAssistant(TenantName tenant) {
        return URI.create(platform.scheme() + "://ha." + tenant + "." + platform.domain());
    }

    URI ollama(TenantName tenant) {
        return URI.create(platform.scheme() + "://ollama." + tenant + "." + platform.domain());
    }
}
