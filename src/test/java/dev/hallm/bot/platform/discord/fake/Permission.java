package dev.hallm.bot.platform.discord.fake;

/** Bits of Discord's permissions that the fake looks at. */
public final class Permission {
    public static final long ADMINISTRATOR = 1L << 3;
    public static final long VIEW_CHANNEL = 1L << 10;
    public static final long SEND_MESSAGES = 1L << 11;
    public static final long MANAGE_MESSAGES = 1L << 13;
    public static final long EMBED_LINKS = 1L << 14;
    public static final long ATTACH_FILES = 1L << 15;
    public static final long READ_MESSAGE_HISTORY = 1L << 16;
    public static final long MENTION_EVERYONE = 1L << 17;
    public static final long USE_APPLICATION_COMMANDS = 1L << 31;

    /** What a bot needs to post cards. */
    public static final long POSTING = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_MESSAGE_HISTORY;

    /** What everybody has in a new guild, as far as it is looked at here. */
    static final long EVERYONE = POSTING | USE_APPLICATION_COMMANDS;

    static final long ALL = (1L << 50) - 1;

    private Permission() {}
}
