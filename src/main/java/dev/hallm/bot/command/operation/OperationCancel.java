package dev.hallm.bot.command.operation;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.view.OperationWords;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code operation cancel} and its button: ends an operation without a checklist, and lets others have the tenant. */
@Component
class OperationCancel implements Command<OperationCancel.Arguments>, Action {
    private static final TextForm FORM = TextForm.optional("cancel-operation", "text");

    private final OperationSignals signals;

    OperationCancel(OperationSignals signals) {
        this.signals = signals;
    }

    record Arguments(OperationRow name, @Nullable String reason) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("operation cancel", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        String reason = Optional.ofNullable(arguments.reason()).orElse("");
        return signals.cancel(arguments.name(), asker, reason);
    }

    @Override
    public String verb() {
        return "cancel-operation";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        String what = signals.of(action)
                .map(row -> OperationWords.what(row.operation()))
                .orElse("");
        return FORM.of(actionId, "what", what);
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return FORM.with(
                values,
                reason -> signals.of(action)
                        .map(row -> signals.cancel(row, clicker, reason))
                        .orElseGet(() -> Outcome.refuse("refuse.stale-button")));
    }
}
