package dev.hallm.bot.chat.port;

import java.time.Duration;

/** What came of sending. */
public sealed interface Sent {
    /** It is there. */
    record Delivered(MessageRef ref) implements Sent {}

    /** Try again after the delay; the platform is away or limits us. */
    record Later(Duration delay, String why) implements Sent {}

    /** It can never arrive: no such channel, direct messages closed. */
    record Undeliverable(String why) implements Sent {}
}
