package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;

/** Decides whether what a person asks for may run, or has to be approved first. Implemented by approval. */
public interface ApprovalGate {
    Verdict ask(Operation operation, ChatAccount requester);

    /** What the policy says. */
    sealed interface Verdict {
        /** It may run now. */
        record Free() implements Verdict {}

        /** It runs when the request is approved. */
        record NeedsApproval(String request) implements Verdict {}

        /** There is such a request already. */
        record AlreadyAsked(String request) implements Verdict {}
    }
}
