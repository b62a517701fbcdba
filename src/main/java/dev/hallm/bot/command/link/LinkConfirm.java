package dev.hallm.bot.command.link;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkDecision;
import dev.hallm.bot.identity.LinkOffer;
import dev.hallm.bot.identity.Person;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One side says that the other is the same person. */
@Component
class LinkConfirm implements Action {
    private final AccountLinking linking;
    private final LinkMessages messages;
    private final OtherSide otherSide;

    LinkConfirm(AccountLinking linking, LinkMessages messages, OtherSide otherSide) {
        this.linking = linking;
        this.messages = messages;
        this.otherSide = otherSide;
    }

    @Override
    public String verb() {
        return "link-confirm";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        ChatAccount side = clicker.account();
        if (!side.toString().equals(action.arguments().get("side"))) {
            return Outcome.refuse("refuse.not-yours");
        }
        Optional<LinkOffer> offer = linking.findOffer(action.argument("offer"));
        if (offer.isEmpty()) {
            return Outcome.refuse("refuse.link.stale");
        }
        return otherSide.isKnown(offer.get(), side)
                ? new Outcome.Decide(() -> answer(linking.confirm(offer.get().id(), side), side))
                : Outcome.refuse(
                        "refuse.link.no-role",
                        "other",
                        messages.named(offer.get().otherThan(side)));
    }

    private Outcome answer(LinkDecision decision, ChatAccount side) {
        return switch (decision) {
            case LinkDecision.Waiting(LinkOffer offer) -> new Outcome.Replace(messages.waiting(offer, side));
            case LinkDecision.Linked(LinkOffer offer) -> {
                ChatAccount other = offer.otherThan(side);
                otherSide.tell(offer, other, "linked", messages.linked(offer, other));
                yield new Outcome.Replace(messages.linked(offer, side));
            }
            case LinkDecision.LinkedBefore(LinkOffer offer) -> new Outcome.Replace(messages.linked(offer, side));
            case LinkDecision.Taken(LinkOffer offer) -> {
                ChatAccount other = offer.otherThan(side);
                otherSide.tell(offer, other, "taken", messages.taken(offer, other));
                yield new Outcome.Replace(messages.taken(offer, side));
            }
            case LinkDecision.Refused _, LinkDecision.Stale _ -> Outcome.refuse("refuse.link.stale");
        };
    }
}
