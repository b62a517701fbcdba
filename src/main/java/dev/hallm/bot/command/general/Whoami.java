package dev.hallm.bot.command.general;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.view.People;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code whoami}: who the bot takes the asker for. */
@Component
class Whoami implements Command<Whoami.Arguments> {
    private final OwnTenants own;
    private final People people;

    Whoami(OwnTenants own, People people) {
        this.own = own;
        this.people = people;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("whoami", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        String roles = asker.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        String tenants = own.of(asker.accounts()).stream()
                .map(tenant -> tenant.name().value())
                .collect(Collectors.joining(", "));
        List<ChatAccount> linked = asker.accounts().stream()
                .filter(account -> !account.equals(asker.account()))
                .sorted(Comparator.comparing(ChatAccount::toString))
                .toList();
        String owns = tenants.isEmpty() ? text("whoami.no-tenant") : tenants;
        return new Outcome.Answer(Message.of(
                Tone.NEUTRAL,
                text(
                        "whoami.fallback",
                        "name",
                        asker.displayName(),
                        "account",
                        asker.account(),
                        "roles",
                        roles,
                        "tenants",
                        owns,
                        "linked",
                        linked.isEmpty() ? text("whoami.no-link") : people.onPlatforms(linked)),
                Block.Text.heading(asker.displayName()),
                Block.Fields.of(
                        Field.of(
                                text("whoami.account"),
                                Span.code(asker.account().toString())),
                        linked(linked),
                        Field.of(text("whoami.roles"), roles),
                        Field.of(text("whoami.tenants"), owns)),
                Block.Text.note(Span.plain(text("whoami.next")))));
    }

    private Field linked(List<ChatAccount> accounts) {
        return accounts.isEmpty()
                ? Field.of(text("whoami.linked"), text("whoami.no-link"))
                : Field.of(text("whoami.linked"), people.onPlatforms(accounts));
    }
}
