package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers arguments that do not fit, and keeps them: a button opens the form with what was given. */
@Component
class BadArguments implements Action {
    private static final String VALUE = "value.";
    private static final String PROBLEM = "problem.";
    private static final String PATH = "path";

    private final Catalogue catalogue;
    private final Forms forms;
    private final Binding binding;

    BadArguments(Catalogue catalogue, Forms forms, Binding binding) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.binding = binding;
    }

    Outcome refuse(CommandSpec<?> spec, Assignment assignment, List<Problem> problems, Person person) {
        Message message = Refusals.problems(spec.path(), problems, binding.example(spec, person));
        return new Outcome.Refuse(
                spec.arguments().getRecordComponents().length == 0
                        ? message
                        : message.with(Block.Buttons.of(again(spec, assignment, problems, person))));
    }

    private static Button again(CommandSpec<?> spec, Assignment assignment, List<Problem> problems, Person person) {
        var kept = new HashMap<String, String>(Map.of(PATH, spec.path()));
        assignment.values().forEach((name, value) -> kept.put(VALUE + name, value));
        problems.forEach(problem -> kept.put(PROBLEM + problem.argument(), problem.what()));
        return Button.primary(
                text("button.again"),
                text("button.again") + " " + spec.path(),
                ActionRequest.of("again", kept, Clickers.only(person.account())));
    }

    @Override
    public String verb() {
        return "again";
    }

    @Override
    public First first() {
        return First.FORM;
    }

    @Override
    public Form form(String actionId, ActionRequest action) {
        var values = new HashMap<String, String>();
        var problems = new ArrayList<Problem>();
        action.arguments().forEach((key, value) -> {
            if (key.startsWith(VALUE)) {
                values.put(key.substring(VALUE.length()), value);
            } else if (key.startsWith(PROBLEM)) {
                problems.add(new Problem(key.substring(PROBLEM.length()), value));
            }
        });
        return catalogue
                .find(action.argument(PATH))
                .map(command -> forms.filled(command.spec(), values, problems))
                .orElseThrow(() -> new IllegalStateException("the command of this form is gone"));
    }

    /** The form is the command's own and comes back under its path, so a click leads here only without a form. */
    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return Outcome.refuse("refuse.stale-button");
    }
}
