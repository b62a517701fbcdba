package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations.Submitted;
import dev.hallm.bot.view.FailedOperation;
import dev.hallm.bot.view.OperationWords;
import org.springframework.stereotype.Component;

/** Tells a person what became of a wish. */
@Component
class SubmittedAnswers {
    private final Approvals approvals;
    private final FailedOperation failed;

    SubmittedAnswers(Approvals approvals, FailedOperation failed) {
        this.approvals = approvals;
        this.failed = failed;
    }

    Message answer(Operation operation, Submitted submitted) {
        String tenant = OperationWords.what(operation);
        return switch (submitted) {
            case Submitted.Running _ -> Message.text(Tone.PROGRESS, OperationWords.running(operation));
            case Submitted.Blocked(OperationRow by) -> failed.inTheWay(by);
            case Submitted.AwaitsApproval(String id) -> awaits(tenant, id);
            case Submitted.AlreadyAsked _ ->
                Message.text(Tone.WARNING, text("refuse.create.requested", "tenant", tenant));
            case Submitted.NeedsReason _ -> Message.text(Tone.WARNING, OperationWords.needsReason(operation));
            case Submitted.Unreachable(Role role, String rule, int needed, int able) ->
                Message.text(
                        Tone.BAD,
                        text(
                                able == 0 ? "refuse.unreachable.nobody" : "refuse.unreachable.few",
                                "tenant",
                                tenant,
                                "role",
                                role.word(),
                                "rule",
                                rule.equals("default") ? "approvals.default" : "approvals.rules, " + rule,
                                "needed",
                                needed,
                                "able",
                                able));
        };
    }

    private Message awaits(String tenant, String id) {
        Request request = approvals.find(id).orElseThrow();
        return Message.text(
                Tone.PROGRESS,
                text(
                        request.needed() == 1 ? "submitted.awaits.one" : "submitted.awaits",
                        "tenant",
                        tenant,
                        "count",
                        request.needed(),
                        "voters",
                        request.voters().word()));
    }
}
