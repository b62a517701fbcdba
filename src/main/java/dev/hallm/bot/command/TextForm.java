package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.chat.form.Form.Input;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A form that asks for one text before a button's action; its captions begin with the action's verb.
 *
 * @param field the name of its one field
 * @param required whether nothing comes of an empty one
 */
public record TextForm(String verb, String field, boolean required, Input input) {
    /** The most characters of such a text, wherever it is typed. */
    public static final int LONGEST = 1_000;

    /** One that wants some words. */
    public static TextForm required(String verb, String field) {
        return new TextForm(verb, field, true, Input.PARAGRAPH);
    }

    /** One that may be sent empty. */
    public static TextForm optional(String verb, String field) {
        return new TextForm(verb, field, false, Input.PARAGRAPH);
    }

    /** One that wants a word typed out. */
    public static TextForm typed(String verb, String field) {
        return new TextForm(verb, field, true, Input.LINE);
    }

    /**
     * The form, to be opened.
     *
     * @param variables names and values for its hint
     */
    public Form of(String actionId, Object... variables) {
        var asked = new Field(
                field,
                text("text-form." + verb + ".label"),
                text("text-form." + verb + ".hint", variables),
                required,
                input,
                List.of(),
                "",
                null);
        return new Form(
                actionId, text("text-form." + verb + ".title"), text("text-form." + verb + ".send"), List.of(asked));
    }

    /** What comes of the text, unless there is none or too much of it. */
    public Outcome with(Map<String, String> values, Function<String, Outcome> then) {
        String given = values.getOrDefault(field, "").strip();
        if (required && given.isEmpty()) {
            return new Outcome.Refuse(Message.text(Tone.WARNING, text("text-form." + verb + ".empty")));
        }
        return given.length() > LONGEST ? Outcome.refuse("refuse.too-long", "longest", LONGEST) : then.apply(given);
    }
}
