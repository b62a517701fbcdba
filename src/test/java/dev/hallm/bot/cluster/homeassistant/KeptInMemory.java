package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.tenant.TenantName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps first logins for one test. */
final class KeptInMemory implements FirstLoginStore {
    private final Map<TenantName, FirstLogin> kept = new ConcurrentHashMap<>();

    @Override
    public FirstLogin ensure(TenantName tenant) {
        return kept.computeIfAbsent(tenant, name -> new FirstLogin(name.value(), "correct horse battery staple"));
    }
}
