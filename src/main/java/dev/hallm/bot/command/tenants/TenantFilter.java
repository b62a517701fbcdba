package dev.hallm.bot.command.tenants;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantPhase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** @param owners all accounts of the owner that it is narrowed to */
    boolean matches(Tenant tenant, Set<ChatAccount> owners) {
        return (phase == null || phase == tenant.phase())
                && (owner == null || tenant.ownedBy().filter(owners::contains).isPresent());
    }
}
