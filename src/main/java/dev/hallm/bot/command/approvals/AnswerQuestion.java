package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Questions;
import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.TextForm;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.OperationWords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The requester's answer to a question, which approvers see on the card. */
@Component
class AnswerQuestion implements Action {
    private static final TextForm FORM = TextForm.required("answer", "text");

    private final Questions questions;
    private final QuestionAnswers answers;

    AnswerQuestion(Questions questions, QuestionAnswers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @Override
    public String verb() {
        return "answer";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        String tenant = questions
                .about(action.argument("question"))
                .map(request -> OperationWords.what(request.operation()))
                .orElse("");
        return FORM.of(actionId, "tenant", tenant);
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        String question = action.argument("question");
        return FORM.with(
                values,
                answer -> new Outcome.Decide(
                        () -> answers.toAnswer(questions.answer(question, clicker, answer), answer)));
    }
}
