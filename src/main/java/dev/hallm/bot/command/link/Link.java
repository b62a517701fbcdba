package dev.hallm.bot.command.link;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkCode;
import dev.hallm.bot.identity.LinkEntry;
import dev.hallm.bot.identity.LinkOffer;
import dev.hallm.bot.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code link}: gives a code; with the code of the other platform it asks both sides whether they are one person. */
@Component
class Link implements Command<Link.Arguments> {
    private final AccountLinking linking;
    private final LinkMessages messages;
    private final OtherSide otherSide;

    Link(AccountLinking linking, LinkMessages messages, OtherSide otherSide) {
        this.linking = linking;
        this.messages = messages;
        this.otherSide = otherSide;
    }

    record Arguments(@Nullable LinkCode code) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("link", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        ChatAccount account = asker.account();
        LinkCode code = arguments.code();
        return code == null ? give(account) : new Outcome.Decide(() -> answer(linking.enter(account, code), account));
    }

    private Outcome give(ChatAccount giver) {
        return messages.knowsAnotherPlatformThan(giver)
                ? new Outcome.Whisper(() -> messages.code(linking.newCode(giver), giver))
                : Outcome.refuse("refuse.link.nowhere", "platform", messages.platform(giver));
    }

    private Outcome answer(LinkEntry entry, ChatAccount taker) {
        return switch (entry) {
            case LinkEntry.Offered(LinkOffer offer) -> offered(offer);
            case LinkEntry.Unknown _ -> Outcome.refuse("refuse.link.unknown");
            case LinkEntry.Expired _ -> Outcome.refuse("refuse.link.expired");
            case LinkEntry.Used _ -> Outcome.refuse("refuse.link.used");
            case LinkEntry.SamePlatform _ ->
                Outcome.refuse("refuse.link.same-platform", "platform", messages.platform(taker));
            case LinkEntry.LinkedAlready(ChatAccount giver) ->
                Outcome.refuse("refuse.link.linked", "other", messages.named(giver));
            case LinkEntry.Taken(ChatAccount giver) ->
                Outcome.refuse("refuse.link.taken", "other", messages.named(giver));
            case LinkEntry.TooMany tooMany -> new Outcome.Refuse(messages.tooMany(tooMany.until()));
        };
    }

    private Outcome offered(LinkOffer offer) {
        otherSide.tell(offer, offer.giver(), "offered", messages.question(offer, offer.giver()));
        return new Outcome.Answer(messages.question(offer, offer.taker()));
    }
}
