package dev.hallm.bot.platform.discord.fake;

/** Intents that a bot gets only when they are switched on in Discord's developer portal. */
public enum PrivilegedIntent {
    GUILD_MEMBERS(1 << 1, 1 << 15),
    GUILD_PRESENCES(1 << 8, 1 << 13),
    MESSAGE_CONTENT(1 << 15, 1 << 19);

    private final int bit;
    private final int appFlag;

    PrivilegedIntent(int bit, int appFlag) {
        this.bit = bit;
        this.appFlag = appFlag;
    }

    int bit() {
        return bit;
    }

    /** The flag that tells it in {@code /applications/@me} for an app in fewer than 100 guilds. */
    int appFlag() {
        return appFlag;
    }
}
