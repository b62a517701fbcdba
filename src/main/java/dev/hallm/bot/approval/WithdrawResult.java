package dev.hallm.bot.approval;

/** What came of a requester's change of mind. */
public sealed interface WithdrawResult {
    /** Nobody decides on it any more. */
    record Withdrawn(Request request) implements WithdrawResult {}

    /** It was decided, expired or withdrawn before. */
    record Closed(Request request) implements WithdrawResult {}

    /** Somebody else asked for it. */
    record NotYours(Request request) implements WithdrawResult {}

    /** No such request. */
    record Unknown() implements WithdrawResult {}
}
