package dev.hallm.bot.tenant;

import java.util.Locale;

/** Where a tenant is in its life, as its namespace's label {@code hallm.dev/phase} says. */
public enum TenantPhase {
    ONBOARDING,
    ACTIVE,
    SUSPENDED,
    DELETING,
    /** Made by hand, by the guide's own commands, without the label. */
    UNMANAGED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase that a label means; unlabelled or unknown ones are {@link #UNMANAGED}. */
    public static TenantPhase ofLabel(@org.jspecify.annotations.Nullable String label) {
        for (TenantPhase phase : values()) {
            if (phase.word().equals(label)) {
                return phase;
            }
        }
        return UNMANAGED;
    }
}
