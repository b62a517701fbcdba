package dev.hallm.bot.platform.discord;

import java.time.Duration;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord made of one request. */
sealed interface Answer {
    /** It did it. */
    record Done(DataObject json) implements Answer {}

    /**
     * It never will.
     *
     * @param code Discord's own number for why
     */
    record Refused(int code, String why) implements Answer {}

    /** It is away, limits us, or nobody knows whether it arrived. */
    record Unclear(Duration pause, String why) implements Answer {}
}
