package dev.hallm.bot.command.approvals;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.view.PolicyView;
import org.springframework.stereotype.Component;

/** {@code policy show}: every rule of the approvals, in the order in which they are tried. */
@Component
class PolicyShow implements Command<PolicyShow.Arguments> {
    private final PolicyView view;

    PolicyShow(PolicyView view) {
        this.view = view;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("policy show", Arguments.class, Role.ADMIN);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return new Outcome.Answer(view.rules());
    }
}
