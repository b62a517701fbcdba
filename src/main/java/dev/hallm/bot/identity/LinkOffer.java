package dev.hallm.bot.identity;

import java.time.Instant;

/**
 * Two accounts that may become one person: who gave a code and who took it, each of whom has to confirm.
 *
 * @param expiresAt the end of the code, from which on nothing can be confirmed
 */
public record LinkOffer(
        String id,
        ChatAccount giver,
        ChatAccount taker,
        boolean giverConfirmed,
        boolean takerConfirmed,
        State state,
        int version,
        Instant expiresAt) {
    /** Where an offer is; only an open one can be confirmed or refused. */
    public enum State {
        OPEN,
        LINKED,
        REFUSED
    }

    /** The account at the other end. */
    public ChatAccount otherThan(ChatAccount account) {
        return account.equals(giver) ? taker : giver;
    }

    boolean concerns(ChatAccount account) {
        return account.equals(giver) || account.equals(taker);
    }

    boolean isOpenAt(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }

    boolean isConfirmed() {
        return giverConfirmed && takerConfirmed;
    }

    LinkOffer confirmedBy(ChatAccount account) {
        return new LinkOffer(
                id,
                giver,
                taker,
                giverConfirmed || account.equals(giver),
                takerConfirmed || account.equals(taker),
                state,
                version,
                expiresAt);
    }

    LinkOffer in(State next) {
        return new LinkOffer(id, giver, taker, giverConfirmed, takerConfirmed, next, version, expiresAt);
    }
}
