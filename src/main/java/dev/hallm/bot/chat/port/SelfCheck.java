package dev.hallm.bot.chat.port;

import java.util.List;

/**
 * Looks at one part of the bot's surroundings, for {@code doctor}; implemented by whoever knows the part. Checks run
 * beside each other, may be stopped after 5 s, and change nothing.
 */
public interface SelfCheck {
    /** What it looks at, in one or two words. */
    String subject();

    /** What is wrong, and what is fine. */
    List<Finding> findings();
}
