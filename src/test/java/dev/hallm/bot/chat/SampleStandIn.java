package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.ChatAccount;

/** What stands in for a direct message, for the tests of whoever draws it. */
public final class SampleStandIn {
    private SampleStandIn() {}

    public static Message of(ChatAccount reader, String name) {
        return StandIn.of("welcome:o1", reader, name);
    }
}
