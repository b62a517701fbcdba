package dev.hallm.bot.approval;

import dev.hallm.bot.identity.ChatAccount;

/** What came of a click on Approve or Deny. */
public sealed interface VoteResult {
    /** It counts; the request as it is now. */
    record Counted(Request request) implements VoteResult {}

    /** Somebody was faster, or it expired; the request as it is. */
    record Closed(Request request) implements VoteResult {}

    /** The same person voted before. */
    record Repeated(Request request) implements VoteResult {}

    /** The person asked for it, or would own it. */
    record OwnRequest(Request request) implements VoteResult {}

    /** The person lacks the role that may vote. */
    record NotAVoter(Request request) implements VoteResult {}

    /** The person votes from another platform, and nothing shows that this one is somebody else. */
    record Unlinked(Request request, ChatAccount other) implements VoteResult {}

    /** It would be the last one, but whether an earlier voter still has the role cannot be said right now. */
    record Unclear(Request request, ChatAccount earlier) implements VoteResult {}

    /** It would be the last one, but what is asked for does not fit into what is free now; it may be repeated anyway. */
    record NoRoom(Request request) implements VoteResult {}
    /** What the person saw is not what it is about any more; the request as it is. */
    record Changed(Request request) implements VoteResult {}

    /** The size is not smaller than what the request is about. */
    record NotLess(Request request) implements VoteResult {}

    /** No such request. */
    record Unknown() implements VoteResult {}
}
