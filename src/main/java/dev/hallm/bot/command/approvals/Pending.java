package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.view.PendingRequests;
import java.util.List;
import org.springframework.stereotype.Component;

/** The list of requests that wait, as a person may see it. */
@Component
class Pending {
    private final Approvals approvals;
    private final PendingRequests view;

    Pending(Approvals approvals, PendingRequests view) {
        this.approvals = approvals;
        this.view = view;
    }

    /** All for admins and approvers, their own for everyone else. */
    Message visibleTo(Person reader) {
        return reader.has(Role.ADMIN) || reader.has(Role.APPROVER) ? view.of(approvals.pending(), reader) : of(reader);
    }

    /** The reader's own. */
    Message of(Person reader) {
        return view.of(ownOf(reader), reader);
    }

    /** What the reader asked for or would own. */
    List<Request> ownOf(Person reader) {
        return approvals.pending().stream()
                .filter(request -> isOwn(request, reader))
                .toList();
    }

    /** What the reader may decide. */
    List<Request> decidableBy(Person reader) {
        return approvals.pending().stream()
                .filter(request -> reader.has(request.voters()) && !isOwn(request, reader))
                .toList();
    }

    private static boolean isOwn(Request request, Person reader) {
        return reader.is(request.requester()) || reader.is(request.owner());
    }
}
