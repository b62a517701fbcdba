package dev.hallm.bot.command.approvals;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.Rehearsal;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.view.PolicyView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code policy test}: who would be asked about a command, and why, without asking anybody. */
@Component
class PolicyTestCommand implements Command<PolicyTestCommand.Arguments> {
    private final ObjectProvider<Rehearsal> rehearsal;
    private final PolicyView view;

    PolicyTestCommand(ObjectProvider<Rehearsal> rehearsal, PolicyView view) {
        this.rehearsal = rehearsal;
        this.view = view;
    }

    record Arguments(String operation) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("policy test", Arguments.class, Role.ADMIN);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return switch (rehearsal.getObject().of(arguments.operation(), asker)) {
            case Outcome.Submit(Operation operation) ->
                new Outcome.Answer(view.about(operation, asker.account(), arguments.operation()));
            case Outcome other -> other;
        };
    }
}
