package dev.hallm.bot.identity;

/** What came of confirming or refusing an offer. */
public sealed interface LinkDecision {
    /** Confirmed by this side; the other has yet to. */
    record Waiting(LinkOffer offer) implements LinkDecision {}

    /** Both confirmed; the two are one person from this very moment. */
    record Linked(LinkOffer offer) implements LinkDecision {}

    /** Both confirmed before. */
    record LinkedBefore(LinkOffer offer) implements LinkDecision {}

    /** This side said no; the offer has ended. */
    record Refused(LinkOffer offer) implements LinkDecision {}

    /** Both confirmed, but meanwhile one of them was linked to another account on that platform. */
    record Taken(LinkOffer offer) implements LinkDecision {}

    /** Too late, refused before, or not this account's. */
    record Stale() implements LinkDecision {}
}
