package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How to get into a tenant, without anything secret: the owner finds that behind a button. */
@Component
public class AccessCard {
    private final Hosts hosts;
    private final People people;
    private final ChatSettings chat;

    AccessCard(Hosts hosts, People people, ChatSettings chat) {
        this.hosts = hosts;
        this.people = people;
        this.chat = chat;
    }

    /** The card for one reader; whoever is not the owner sees no button. */
    public Message of(Tenant tenant, Person reader) {
        TenantName name = tenant.name();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(text("access.title", "tenant", name)));
        blocks.add(new Block.Fields(addresses(name)));
        blocks.add(Block.Text.body(Span.plain(text("access.steps"))));
        boolean own = tenant.ownedBy().filter(reader::is).isPresent();
        if (own) {
            blocks.add(Block.Text.note(Span.plain(text("access.note", "support", chat.support()))));
            blocks.add(Block.Buttons.of(showOnce(name, reader.account())));
        } else {
            String owner = tenant.ownedBy().map(people::name).orElseGet(() -> text("show.no-owner"));
            blocks.add(Block.Text.note(Span.plain(text("access.others", "owner", owner))));
        }
        return new Message(fallback(name), Tone.NEUTRAL, blocks);
    }

    private String fallback(TenantName name) {
        return text("access.fallback", "tenant", name, "home", hosts.homeAssistant(name), "ollama", hosts.ollama(name));
    }

    /** Both addresses as links. */
    List<Field> addresses(TenantName tenant) {
        return List.of(
                link(text("welcome.home"), hosts.homeAssistant(tenant)),
                link(text("welcome.ollama"), hosts.ollama(tenant)));
    }

    private static Field link(String label, URI target) {
        return Field.of(label, new Span.Link(target.toString(), target));
    }

    /** The button that shows the credentials to the owner alone. */
    static Button showOnce(TenantName tenant, ChatAccount owner) {
        return Button.primary(
                text("button.show-once"),
                text("button.show-once.label", "tenant", tenant),
                ActionRequest.of("show-once", Map.of("tenant", tenant.value()), Clickers.only(owner)));
    }
}
