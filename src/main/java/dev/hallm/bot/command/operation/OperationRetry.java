package dev.hallm.bot.command.operation;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.OperationRow;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code operation retry} and its button: runs the failed step of an operation without a checklist again. */
@Component
class OperationRetry implements Command<OperationRetry.Arguments>, Action {
    private final OperationSignals signals;

    OperationRetry(OperationSignals signals) {
        this.signals = signals;
    }

    record Arguments(OperationRow name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("operation retry", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return signals.retry(arguments.name(), asker);
    }

    @Override
    public String verb() {
        return "retry-operation";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    /** A button is of one failure, and does nothing about a later one. */
    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String run = action.argument("run");
        return signals.of(action)
                .map(row -> run.equals("" + row.run()) ? signals.retry(row, clicker) : OperationSignals.over(row))
                .orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }
}
