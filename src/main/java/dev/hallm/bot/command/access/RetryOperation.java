package dev.hallm.bot.command.access;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Signals;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs the failed step of an operation without a checklist again; the message says so in place of the failure. */
@Component
class RetryOperation implements Action {
    private final Signals signals;

    RetryOperation(Signals signals) {
        this.signals = signals;
    }

    @Override
    public String verb() {
        return "retry-operation";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        var operation = new OperationId(action.arguments().getOrDefault("operation", ""));
        String tenant = action.arguments().getOrDefault("tenant", "");
        return new Outcome.Decide(() -> signals.retry(operation, clicker.account())
                ? new Outcome.Replace(Message.text(Tone.PROGRESS, text("rotate.again", "tenant", tenant)))
                : Outcome.refuse("refuse.retry"));
    }
}
