package dev.hallm.bot.command.link;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkOffer;
import org.springframework.stereotype.Component;

/** The account at the other end of an offer. */
@Component
class OtherSide {
    private final Identities identities;
    private final Outbox outbox;

    OtherSide(Identities identities, Outbox outbox) {
        this.identities = identities;
        this.outbox = outbox;
    }

    /** Whether it has a role right now; a failed lookup is a no. */
    boolean isKnown(LinkOffer offer, ChatAccount side) {
        return identities.identify(offer.otherThan(side)) instanceof Identification.Known;
    }

    /** Tells one side something once. */
    void tell(LinkOffer offer, ChatAccount side, String what, Message message) {
        outbox.send("link:" + offer.id() + ":" + what + ":" + side, new Destination.Direct(side), message);
    }
}
