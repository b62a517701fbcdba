package dev.hallm.bot.command.link;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.storage.Ids;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code link remove}: makes the account used a person of its own again, and tells the others. */
@Component
class LinkRemove implements Command<LinkRemove.Arguments> {
    private final AccountLinking linking;
    private final LinkMessages messages;
    private final Outbox outbox;

    LinkRemove(AccountLinking linking, LinkMessages messages, Outbox outbox) {
        this.linking = linking;
        this.messages = messages;
        this.outbox = outbox;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("link remove", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return new Outcome.Decide(() -> remove(asker.account()));
    }

    private Outcome remove(ChatAccount account) {
        List<ChatAccount> others = linking.remove(account).stream()
                .sorted(Comparator.comparing(ChatAccount::toString))
                .toList();
        if (others.isEmpty()) {
            return Outcome.refuse("refuse.link.none");
        }
        String told = text("link.removed.told", "other", messages.named(account));
        String key = "link-removed:" + Ids.unique() + ":";
        others.forEach(
                other -> outbox.send(key + other, new Destination.Direct(other), Message.text(Tone.WARNING, told)));
        return new Outcome.Answer(Message.text(Tone.GOOD, text("link.removed", "others", messages.named(others))));
    }
}
