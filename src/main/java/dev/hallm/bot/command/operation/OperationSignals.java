package dev.hallm.bot.command.operation;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.view.OperationWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Passes on what an admin, or whoever owns the tenant by now, wishes of an operation. */
@Component
class OperationSignals {
    private final Operations operations;
    private final Signals signals;
    private final OwnTenants owned;

    OperationSignals(Operations operations, Signals signals, OwnTenants owned) {
        this.operations = operations;
        this.signals = signals;
        this.owned = owned;
    }

    /** What is under way or failed, as far as it is the person's to steer. */
    List<OperationRow> steerableBy(Person person) {
        return operations.withoutChecklist().stream()
                .filter(row -> may(person, row))
                .toList();
    }

    /** The operation that a button is about. */
    Optional<OperationRow> of(ActionRequest action) {
        return operations.find(new OperationId(action.argument("operation")));
    }

    private boolean may(Person person, OperationRow row) {
        return person.has(Role.ADMIN)
                || owned.find(row.operation().tenant().value(), person).isPresent();
    }

    /** Runs the failed step again. */
    Outcome retry(OperationRow row, Person by) {
        return allowed(row, by, () -> signals.retry(row.id(), by.account()) ? told(row, "operation.again") : over(row));
    }

    /** Lets the tenant go; what is done stays. */
    Outcome cancel(OperationRow row, Person by, String why) {
        return why.length() > TextForm.LONGEST
                ? Outcome.refuse("refuse.too-long", "longest", TextForm.LONGEST)
                : allowed(
                        row,
                        by,
                        () -> signals.cancel(row.id(), by.account(), why) ? told(row, "operation.stops") : over(row));
    }

    private Outcome allowed(OperationRow row, Person by, Supplier<Outcome> work) {
        return may(by, row) ? new Outcome.Decide(work) : Outcome.refuse("refuse.not-yours");
    }

    private static Outcome told(OperationRow row, String caption) {
        return new Outcome.Answer(
                Message.text(Tone.PROGRESS, text(caption, "what", OperationWords.what(row.operation()))));
    }

    /** Somebody was faster, or the button is of an earlier failure. */
    static Outcome over(OperationRow row) {
        return Outcome.refuse("refuse.operation.over", "what", OperationWords.what(row.operation()));
    }
}
