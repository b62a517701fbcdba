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
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.view.SmallerSizes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A vote for a request with a smaller size than was asked for. */
@Component
class ApproveLess implements Action {
    private static final String SIZE = "size";

    private final Approvals approvals;
    private final SmallerSizes smaller;
    private final VoteAnswers answers;

    ApproveLess(Approvals approvals, SmallerSizes smaller, VoteAnswers answers) {
        this.approvals = approvals;
        this.smaller = smaller;
        this.answers = answers;
    }

    @Override
    public String verb() {
        return "approve-less";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        List<String> choices = request(action).map(smaller::choices).orElse(List.of());
        var field = new Field(
                SIZE,
                text("approve-less.label"),
                text("approve-less.hint", "size", seen(action)),
                true,
                Input.CHOICE,
                choices,
                choices.stream().findFirst().orElse(""),
                null);
        return new Form(actionId, text("approve-less.title"), text("approve-less.send"), List.of(field));
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String given = values.getOrDefault(SIZE, "").strip();
        Optional<StackSize> size = smaller.chosen(given);
        return size.isPresent()
                ? new Outcome.Decide(() -> answers.answer(
                        approvals.approveLess(id(action), clicker, seen(action), size.get()), action, clicker))
                : Outcome.refuse(
                        "refuse.vote.no-size",
                        "choices",
                        String.join("; ", request(action).map(smaller::choices).orElse(List.of())));
    }

    private Optional<Request> request(ActionRequest action) {
        return approvals.find(id(action));
    }

    private static String id(ActionRequest action) {
        return action.argument("request");
    }

    private static String seen(ActionRequest action) {
        return action.argument(SIZE);
    }
}
