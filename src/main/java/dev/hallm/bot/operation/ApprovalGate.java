package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;

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

        /** It has to say why. */
        record NeedsReason() implements Verdict {}

        /**
         * Nobody could approve it.
         *
         * @param rule the policy's rule that asks for {@code needed} approvals of the role
         * @param able how many people with the role may decide on this
         */
        record Unreachable(Role role, String rule, int needed, int able) implements Verdict {}
    }
}
