package dev.hallm.bot.identity;

import java.time.Instant;

/** What came of entering a code. */
public sealed interface LinkEntry {
    /** It was right and is used up; both sides have to confirm. */
    record Offered(LinkOffer offer) implements LinkEntry {}

    /** Nobody has this code, or its maker has a newer one. */
    record Unknown() implements LinkEntry {}

    /** Its time is over. */
    record Expired() implements LinkEntry {}

    /** Somebody entered it before. */
    record Used() implements LinkEntry {}

    /** It was made on the platform where it was entered. */
    record SamePlatform() implements LinkEntry {}

    /** The two are one person already. */
    record LinkedAlready(ChatAccount giver) implements LinkEntry {}

    /** The two have an account each on one platform already, so that they cannot be one person. */
    record Taken(ChatAccount giver) implements LinkEntry {}

    /** Too many wrong codes; the next may be tried from then on. */
    record TooMany(Instant until) implements LinkEntry {}
}
