package dev.hallm.bot.command.approvals;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.chat.form.Form.Input;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A vote against a request; asks for the reason, which the requester is told. */
@Component
class Deny implements Action {
    private static final String REASON = "reason";
    private static final int LONGEST = 1_000;

    private final Approvals approvals;
    private final VoteAnswers answers;

    Deny(Approvals approvals, VoteAnswers answers) {
        this.approvals = approvals;
        this.answers = answers;
    }

    @Override
    public String verb() {
        return "deny";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        String tenant = approvals
                .find(action.arguments().getOrDefault("request", ""))
                .map(Request::operation)
                .map(operation -> operation.tenant().value())
                .orElse("");
        var reason = new Field(
                REASON,
                text("deny.reason"),
                text("deny.hint", "tenant", tenant),
                true,
                Input.PARAGRAPH,
                List.of(),
                "",
                null);
        return new Form(actionId, text("deny.title"), text("deny.send"), List.of(reason));
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String reason = values.getOrDefault(REASON, "").strip();
        if (reason.isEmpty()) {
            return Outcome.refuse("refuse.deny.reason");
        }
        if (reason.length() > LONGEST) {
            return Outcome.refuse("refuse.too-long", "longest", LONGEST);
        }
        String request = action.arguments().getOrDefault("request", "");
        return new Outcome.Decide(() -> answers.answer(approvals.deny(request, clicker, reason), action, clicker));
    }
}
