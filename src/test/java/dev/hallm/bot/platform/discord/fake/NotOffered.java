package dev.hallm.bot.platform.discord.fake;

/** Discord's client would not let a person do this: the button is disabled, the command unknown, a value missing. */
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOffered(String why) {
        super(why);
    }
}
