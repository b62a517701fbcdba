package dev.hallm.bot.command.operation;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.view.OperationWords;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The operation without a checklist that keeps a tenant, by the tenant's name; the tenant may be gone. */
@Component
class OperationArgument implements ArgumentType<OperationRow> {
    private final OperationSignals signals;

    OperationArgument(OperationSignals signals) {
        this.signals = signals;
    }

    @Override
    public Class<OperationRow> type() {
        return OperationRow.class;
    }

    @Override
    public Reading<OperationRow> read(String typed, Person asker) {
        String name = typed.toLowerCase(Locale.ROOT);
        return signals.steerableBy(asker).stream()
                .filter(row -> tenant(row).equals(name))
                .findFirst()
                .<Reading<OperationRow>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(text("argument.wrong.operation", "got", Echo.of(typed))));
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        String start = typed.toLowerCase(Locale.ROOT);
        return signals.steerableBy(asker).stream()
                .filter(row -> tenant(row).startsWith(start))
                .map(row -> new Suggestion(tenant(row), OperationWords.what(row.operation())))
                .toList();
    }

    @Override
    public String example(Person asker) {
        return signals.steerableBy(asker).stream()
                .findFirst()
                .map(OperationArgument::tenant)
                .orElse("john-doe");
    }

    private static String tenant(OperationRow row) {
        return row.operation().tenant().value();
    }
}
