package dev.hallm.bot.command.approvals;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code approvals}: requests that wait; whoever cannot decide any sees their own. */
@Component
class ApprovalsList implements Command<ApprovalsList.Arguments> {
    private final Pending pending;

    ApprovalsList(Pending pending) {
        this.pending = pending;
    }

    record Arguments(@Nullable Whose whose) {}

    /** Which requests. */
    enum Whose {
        ALL,
        MINE
    }

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("approvals", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        Message message = arguments.whose() == Whose.MINE ? pending.of(asker) : pending.visibleTo(asker);
        return new Outcome.Answer(message);
    }
}
