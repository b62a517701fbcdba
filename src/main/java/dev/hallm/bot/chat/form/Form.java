package dev.hallm.bot.chat.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form to fill.
 *
 * @param id what its submission names: a command path ({@code user create}) or an action id
 * @param title at most 24 characters
 */
public record Form(String id, String title, String submit, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * One input.
     *
     * @param input what it takes
     * @param choices what may be chosen; empty unless the input is one of choices
     * @param problem what was wrong with the value given before, null at first
     */
    public record Field(
            String name,
            String label,
            String hint,
            boolean required,
            Input input,
            List<String> choices,
            String value,
            @Nullable String problem) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /** What an input takes. */
    public enum Input {
        LINE,
        PARAGRAPH,
        CHOICE,
        /** A person of the platform, by mention. */
        PERSON
    }
}
