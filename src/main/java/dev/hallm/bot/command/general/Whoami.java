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
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code whoami}: who the bot takes the asker for. */
@Component
class Whoami implements Command<Whoami.Arguments> {
    private final OwnTenants own;

    Whoami(OwnTenants own) {
        this.own = own;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("whoami", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        String roles = asker.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        String tenants = own.of(asker.account()).stream()
                .map(tenant -> tenant.name().value())
                .collect(Collectors.joining(", "));
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
                        owns),
                Block.Text.heading(asker.displayName()),
                Block.Fields.of(
                        Field.of(
                                text("whoami.account"),
                                Span.code(asker.account().toString())),
                        Field.of(text("whoami.roles"), roles),
                        Field.of(text("whoami.tenants"), owns)),
                Block.Text.note(Span.plain(text("whoami.next")))));
    }
}
