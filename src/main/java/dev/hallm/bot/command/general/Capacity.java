package dev.hallm.bot.command.general;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.view.CapacityTable;
import dev.hallm.bot.view.Notices;
import org.springframework.stereotype.Component;

/** {@code capacity}: what the nodes have left. */
@Component
class Capacity implements Command<Capacity.Arguments> {
    private final CapacityTable table;
    private final Notices notices;

    Capacity(CapacityTable table, Notices notices) {
        this.table = table;
        this.notices = notices;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("capacity", Arguments.class, Role.ADMIN);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return new Outcome.Answer(notices.withAge(table.now()));
    }
}
