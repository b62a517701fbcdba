package dev.hallm.bot.command.approvals;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.chat.form.Form.Input;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.command.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A form with one text, which people are told; its captions begin with the action's verb. */
final class TextForm {
    private static final int LONGEST = 1_000;

    private final String verb;
    private final String field;

    TextForm(String verb, String field) {
        this.verb = verb;
        this.field = field;
    }

    Form of(String actionId, Object... variables) {
        var input = new Field(
                field,
                text("text-form." + verb + ".label"),
                text("text-form." + verb + ".hint", variables),
                true,
                Input.PARAGRAPH,
                List.of(),
                "",
                null);
        return new Form(
                actionId, text("text-form." + verb + ".title"), text("text-form." + verb + ".send"), List.of(input));
    }

    /** What comes of the text, unless there is none or too much of it. */
    Outcome with(Map<String, String> values, Function<String, Outcome> then) {
        String given = values.getOrDefault(field, "").strip();
        if (given.isEmpty()) {
            return new Outcome.Refuse(Message.text(Tone.WARNING, text("text-form." + verb + ".empty")));
        }
        return given.length() > LONGEST ? Outcome.refuse("refuse.too-long", "longest", LONGEST) : then.apply(given);
    }
}
