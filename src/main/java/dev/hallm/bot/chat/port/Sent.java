package dev.hallm.bot.chat.port;

import java.time.Duration;

/** What came of sending. */
public sealed interface Sent {
    /**
     * It is there.
     *
     * @param earlier whether an earlier try may have brought it, so that it shows what was said then
     */
    record Delivered(MessageRef ref, boolean earlier) implements Sent {
        public Delivered(MessageRef ref) {
            this(ref, false);
        }

        /** Nobody can tell which of the tries arrived. */
        public Delivered perhapsEarlier() {
            return new Delivered(ref, true);
        }
    }

    /** Try again after the delay; the platform is away or limits us. */
    record Later(Duration delay, String why) implements Sent {}

    /** It can never arrive: no such channel, direct messages closed. */
    record Undeliverable(String why) implements Sent {}
}
