package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.RequestDetails;
import org.springframework.stereotype.Component;

/** A decided request as it was. */
@Component
class ShowRequest extends RequestLook {
    private final RequestDetails details;

    ShowRequest(Approvals approvals, RequestDetails details) {
        super(approvals);
        this.details = details;
    }

    @Override
    public String verb() {
        return "request-details";
    }

    @Override
    Message show(Request request, Person clicker) {
        return details.of(request, clicker);
    }
}
