package dev.hallm.bot.command.link;

import static dev.hallm.bot.chat.Captions.find;
import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkOffer;
import dev.hallm.bot.view.People;
import dev.hallm.bot.view.PlatformNames;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people see while accounts are linked. */
@Component
class LinkMessages {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm z", java.util.Locale.ENGLISH);

    private final People people;
    private final ChatSettings chat;
    private final List<String> platforms;

    LinkMessages(People people, ChatSettings chat, List<ChatPlatform> platforms) {
        this.people = people;
        this.chat = chat;
        this.platforms = platforms.stream()
                .filter(ChatPlatform::converses)
                .map(ChatPlatform::name)
                .sorted()
                .toList();
    }

    String named(ChatAccount account) {
        return people.onPlatform(account);
    }

    String named(Collection<ChatAccount> accounts) {
        return people.onPlatforms(accounts);
    }

    String platform(ChatAccount account) {
        return PlatformNames.of(account.platform());
    }

    boolean knowsAnotherPlatformThan(ChatAccount account) {
        return !platformsWithout(account).isEmpty();
    }

    private List<String> platformsWithout(ChatAccount account) {
        return platforms.stream()
                .filter(name -> !name.equals(account.platform()))
                .toList();
    }

    /** A fresh code and, for each other platform, what to type there. */
    Message code(AccountLinking.Issued issued, ChatAccount giver) {
        String code = issued.code().shown();
        List<String> elsewhere = platformsWithout(giver);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(text("link.code.title")));
        blocks.add(new Block.Fields(elsewhere.stream()
                .map(name -> Block.Field.of(
                        text("link.code.type", "platform", PlatformNames.of(name)), Span.code(typed(name, code))))
                .toList()));
        blocks.add(Block.Text.note(Span.plain(text("link.code.note") + " "), new Span.Time(issued.expiresAt(), true)));
        return new Message(
                text("link.code.fallback", "typed", typed(elsewhere.getFirst(), code), "until", at(issued.expiresAt())),
                Tone.NEUTRAL,
                blocks);
    }

    private String typed(String platform, String code) {
        String caption = "link.typed." + platform;
        return text(find(caption).isPresent() ? caption : "link.typed", "command", chat.command(), "code", code);
    }

    /** Whom one side would be linked to, and the choice. */
    Message question(LinkOffer offer, ChatAccount side) {
        ChatAccount other = offer.otherThan(side);
        return new Message(
                text("link.question.fallback", "other", named(other), "until", at(offer.expiresAt())),
                Tone.WARNING,
                List.of(
                        Block.Text.heading(text("link.question.title")),
                        Block.Fields.of(Block.Field.of(platform(other), people.named(other))),
                        Block.Text.body(Span.plain(text("link.question.text"))),
                        deadline(offer),
                        Block.Buttons.of(confirm(offer, side), refuse(offer, side))));
    }

    /** Said to the side that confirmed first. */
    Message waiting(LinkOffer offer, ChatAccount side) {
        String line = text("link.waiting", "other", named(offer.otherThan(side)));
        return Message.of(
                Tone.PROGRESS,
                line,
                Block.Text.body(Span.plain(line)),
                deadline(offer),
                Block.Buttons.of(refuse(offer, side)));
    }

    Message linked(LinkOffer offer, ChatAccount side) {
        return Message.text(Tone.GOOD, text("link.linked", "other", named(offer.otherThan(side))));
    }

    Message refused(LinkOffer offer, ChatAccount side) {
        return Message.text(Tone.NEUTRAL, text("link.refused", "other", named(offer.otherThan(side))));
    }

    /** Said to the side that did not refuse. */
    Message refusedByOther(LinkOffer offer, ChatAccount side) {
        return Message.text(Tone.WARNING, text("link.refused.by-other", "other", named(offer.otherThan(side))));
    }

    Message taken(LinkOffer offer, ChatAccount side) {
        return Message.text(Tone.WARNING, text("refuse.link.taken", "other", named(offer.otherThan(side))));
    }

    Message tooMany(Instant until) {
        String line = text("refuse.link.too-many");
        return Message.of(
                Tone.WARNING,
                line + " " + at(until),
                Block.Text.body(Span.plain(line + " "), new Span.Time(until, true)));
    }

    private static Block deadline(LinkOffer offer) {
        return Block.Text.note(Span.plain(text("link.until") + " "), new Span.Time(offer.expiresAt(), true));
    }

    private Button confirm(LinkOffer offer, ChatAccount side) {
        return Button.primary(
                text("button.link-confirm"),
                text("button.link-confirm") + " " + named(offer.otherThan(side)),
                action("link-confirm", offer, side));
    }

    private Button refuse(LinkOffer offer, ChatAccount side) {
        return Button.danger(
                text("button.link-refuse"),
                text("button.link-refuse") + " " + named(offer.otherThan(side)),
                action("link-refuse", offer, side));
    }

    private static ActionRequest action(String verb, LinkOffer offer, ChatAccount side) {
        return ActionRequest.of(verb, Map.of("offer", offer.id(), "side", side.toString()), Clickers.only(side));
    }

    private String at(Instant time) {
        return CLOCK.format(time.atZone(chat.timeZone()));
    }
}
