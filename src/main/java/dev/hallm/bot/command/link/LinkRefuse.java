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
import org.springframework.stereotype.Component;

/** One side says that the other is somebody else, or that it does not want the link. */
@Component
class LinkRefuse implements Action {
    private final AccountLinking linking;
    private final LinkMessages messages;
    private final OtherSide otherSide;

    LinkRefuse(AccountLinking linking, LinkMessages messages, OtherSide otherSide) {
        this.linking = linking;
        this.messages = messages;
        this.otherSide = otherSide;
    }

    @Override
    public String verb() {
        return "link-refuse";
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
        String offer = action.argument("offer");
        return new Outcome.Decide(() -> answer(linking.refuse(offer, side), side));
    }

    private Outcome answer(LinkDecision decision, ChatAccount side) {
        return switch (decision) {
            case LinkDecision.Refused(LinkOffer offer) -> {
                ChatAccount other = offer.otherThan(side);
                otherSide.tell(offer, other, "refused", messages.refusedByOther(offer, other));
                yield new Outcome.Replace(messages.refused(offer, side));
            }
            case LinkDecision.LinkedBefore(LinkOffer offer) ->
                Outcome.refuse("refuse.link.remove-instead", "other", messages.named(offer.otherThan(side)));
            case LinkDecision.Waiting _, LinkDecision.Linked _, LinkDecision.Taken _, LinkDecision.Stale _ ->
                Outcome.refuse("refuse.link.stale");
        };
    }
}
