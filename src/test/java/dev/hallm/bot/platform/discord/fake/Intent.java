package dev.hallm.bot.platform.discord.fake;

/** Gateway intents as bits; an event with {@link #ALWAYS} needs none. */
final class Intent {
    static final int ALWAYS = 0;
    static final int GUILDS = 1;
    static final int GUILD_MEMBERS = 1 << 1;
    static final int GUILD_MESSAGES = 1 << 9;
    static final int DIRECT_MESSAGES = 1 << 12;

    /** Every bit that Discord knows. */
    static final int KNOWN = (((1 << 22) - 1) & ~(7 << 17)) | (1 << 24) | (1 << 25);

    private Intent() {}
}
