package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.PreviewTable;
import org.springframework.stereotype.Component;

/** What a request would create. */
@Component
class Preview extends RequestLook {
    private final PreviewTable table;

    Preview(Approvals approvals, PreviewTable table) {
        super(approvals);
        this.table = table;
    }

    @Override
    public String verb() {
        return "preview";
    }

    @Override
    Message show(Request request, Person clicker) {
        return table.of(request.operation());
    }
}
