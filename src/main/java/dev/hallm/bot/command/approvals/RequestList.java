package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.PendingRequests;
import org.springframework.stereotype.Component;

/** {@code request list}: what one asked for, with what waits first. */
@Component
class RequestList implements Command<RequestList.Arguments> {
    private final Approvals approvals;
    private final PendingRequests view;

    RequestList(Approvals approvals, PendingRequests view) {
        this.approvals = approvals;
        this.view = view;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("request list", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return new Outcome.Answer(view.own(approvals.askedBy(asker.accounts()), asker));
    }
}
