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
     * @param choices what may be chosen; empty for free text
     * @param problem what was wrong with the value given before, null at first
     */
    public record Field(
            String name,
            String label,
            String hint,
            boolean required,
            boolean multiline,
            List<String> choices,
            String value,
            @Nullable String problem) {
        public Field {
            choices = List.copyOf(choices);
        }
    }
}
