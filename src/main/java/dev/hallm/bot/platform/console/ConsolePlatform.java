package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The console as a place where people talk: what is sent goes into the transcript and to every open page. */
@Component
@Profile("dev")
class ConsolePlatform implements ChatPlatform {
    private final People people;
    private final ConversationLog log;

    ConsolePlatform(People people, ConversationLog log) {
        this.people = people;
        this.log = log;
    }

    @Override
    public String name() {
        return ConsolePerson.PLATFORM;
    }

    @Override
    public Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
        if (to instanceof Destination.Replacement(var _, var _, MessageRef clicked)) {
            return edit(clicked, message, actions, Urgency.FINAL);
        }
        return conversation(to)
                .<Sent>map(place -> new Sent.Delivered(
                        log.post(place, message, buttonIds(message, actions), attempt.nonce(), placeKept(to))
                                .ref(),
                        attempt.repeated()))
                .orElseGet(() -> new Sent.Undeliverable("the console has no place for " + to));
    }

    @Override
    public Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
        return log.edit(ref.message(), message, buttonIds(message, actions))
                .<Sent>map(ConsolePlatform::delivered)
                .orElseGet(() -> new Sent.Undeliverable("the message is no longer kept: " + ref.message()));
    }

    @Override
    public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        return privateOf(to.account())
                .<Sent>map(place -> delivered(log.whisper(place, secret, buttonIds(secret, actions), to.handle())))
                .orElseGet(() -> new Sent.Undeliverable("the console has no place for " + to));
    }

    /** The transcript would keep a file, so its text is shown instead, to who looks right now. */
    @Override
    public Sent handOver(Destination.Direct to, Message secret, ActionIds actions, Attempt attempt) {
        var shown = new Message(
                secret.fallbackText(),
                secret.tone(),
                secret.blocks().stream().map(ConsolePlatform::asText).toList());
        return privateOf(to.account())
                .<Sent>map(place -> delivered(log.whisper(place, shown, buttonIds(shown, actions), attempt.nonce())))
                .orElseGet(() -> new Sent.Undeliverable("the console has no place for " + to));
    }

    private static Block asText(Block block) {
        return block instanceof Block.Attachment file ? new Block.Code(file.content()) : block;
    }

    private Optional<Conversation> conversation(Destination to) {
        return switch (to) {
            case Destination.Channel channel -> Conversation.channel(channel.id());
            case Destination.Under(MessageRef parent) -> Conversation.channel(parent.channel());
            case Destination.Direct direct -> privateOf(direct.account());
            case Destination.Reply reply -> privateOf(reply.account());
            case Destination.Replacement replacement -> privateOf(replacement.account());
            case Destination.Home _, Destination.Mail _ -> Optional.empty();
        };
    }

    private Optional<Conversation> privateOf(ChatAccount account) {
        return people.find(account.user()).map(person -> Conversation.privateOf(person.id()));
    }

    private static @Nullable String placeKept(Destination to) {
        return switch (to) {
            case Destination.Reply reply -> reply.handle();
            case Destination.Channel _,
                    Destination.Under _,
                    Destination.Direct _,
                    Destination.Replacement _,
                    Destination.Mail _,
                    Destination.Home _ -> null;
        };
    }

    private static Sent delivered(ConsoleMessage message) {
        return new Sent.Delivered(message.ref());
    }

    private static List<String> buttonIds(Message message, ActionIds actions) {
        return message.blocks().stream()
                .flatMap(ConsolePlatform::buttons)
                .map(Button::action)
                .map(actions::idOf)
                .toList();
    }

    private static Stream<Button> buttons(Block block) {
        return block instanceof Block.Buttons group ? group.buttons().stream() : Stream.of();
    }
}
