package dev.hallm.bot.tenant;

import java.util.Set;

/**
 * bot-config's {@code limits}.
 *
 * @param perOwner how many tenants one person may own
 * @param reservedNames names that no tenant may have
 */
public record TenantLimits(int perOwner, Set<String> reservedNames) {
    public TenantLimits {
        reservedNames = Set.copyOf(reservedNames);
    }

    public boolean reserves(TenantName name) {
        return reservedNames.contains(name.value());
    }
}
