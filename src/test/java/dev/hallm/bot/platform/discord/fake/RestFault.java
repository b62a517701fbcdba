package dev.hallm.bot.platform.discord.fake;

/** Ways in which a request to Discord goes wrong that are nobody's mistake. */
public enum RestFault {
    /** 500 with Discord's own body; nothing happened. */
    INTERNAL_ERROR,
    /** 502 with the HTML page of the proxy in front; nothing happened. */
    BAD_GATEWAY,
    /** The connection breaks before anything happened. */
    DROP_CONNECTION,
    /** It happens, and the connection breaks before the answer. */
    LOSE_ANSWER
}
