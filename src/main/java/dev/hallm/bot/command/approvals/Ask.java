package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Questions;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.People;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A question to the requester before the decision; the request's clock goes on. */
@Component
class Ask implements Action {
    private static final TextForm FORM = TextForm.required("ask", "question");

    private final Approvals approvals;
    private final Questions questions;
    private final QuestionAnswers answers;
    private final People people;

    Ask(Approvals approvals, Questions questions, QuestionAnswers answers, People people) {
        this.approvals = approvals;
        this.questions = questions;
        this.answers = answers;
        this.people = people;
    }

    @Override
    public String verb() {
        return "ask";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        String requester = approvals
                .find(action.argument("request"))
                .map(Request::requester)
                .map(people::name)
                .orElse("");
        return FORM.of(actionId, "requester", requester);
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String request = action.argument("request");
        return FORM.with(
                values,
                question -> new Outcome.Decide(() -> answers.toQuestion(questions.ask(request, clicker, question))));
    }
}
