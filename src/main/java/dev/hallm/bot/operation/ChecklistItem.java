package dev.hallm.bot.operation;

import java.util.EnumSet;
import java.util.Set;

/** What a person follows while a tenant is made; in the order of work. */
public enum ChecklistItem {
    NAMESPACE,
    QUOTA,
    STACK,
    FIRST_LOGIN,
    CREDENTIALS,
    INGRESS,
    CHECKS,
    WELCOME;

    private static final Set<ChecklistItem> HARMLESS = EnumSet.of(CHECKS, WELCOME);

    /** Whether a tenant is complete and safe without it, so that a person may skip it with a reason. */
    public boolean isSkippable() {
        return HARMLESS.contains(this);
    }
}
