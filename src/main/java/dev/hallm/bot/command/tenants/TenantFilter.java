package dev.hallm.bot.command.tenants;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantPhase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code user list} is narrowed to; travels in its buttons as words. */
record TenantFilter(@Nullable TenantPhase phase, @Nullable ChatAccount owner) {
    static TenantFilter of(Map<String, String> words) {
        return new TenantFilter(
                Optional.ofNullable(words.get("phase"))
                        .map(TenantPhase::ofLabel)
                        .orElse(null),
                Optional.ofNullable(words.get("owner")).map(ChatAccount::parse).orElse(null));
    }

    Map<String, String> words() {
        var words = new HashMap<String, String>();
        if (phase != null) {
            words.put("phase", phase.word());
        }
        if (owner != null) {
            words.put("owner", owner.toString());
        }
        return words;
    }

    boolean matches(Tenant tenant) {
        return (phase == null || phase == tenant.phase()) && (owner == null || owner.equals(tenant.owner()));
    }
}
