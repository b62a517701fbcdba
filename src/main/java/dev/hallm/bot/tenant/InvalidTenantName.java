package dev.hallm.bot.tenant;

/** A text that cannot name a tenant; the message says what can. */
public final class InvalidTenantName extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidTenantName(String got) {
        super("\"" + got + "\" cannot name a tenant: use lower-case letters, digits and hyphens, start and end with a"
                + " letter or digit, at most " + TenantName.MAX_LENGTH + " characters");
    }
}
