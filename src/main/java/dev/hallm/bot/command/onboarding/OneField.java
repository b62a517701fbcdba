package dev.hallm.bot.command.onboarding;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.chat.form.Form.Input;
import dev.hallm.bot.onboarding.Onboarding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form that asks one thing before something is done about an onboarding. */
final class OneField {
    private static final String NAME = "text";

    private OneField() {}

    static Form required(String actionId, String verb, Optional<Onboarding> onboarding) {
        return form(actionId, verb, onboarding, true, Input.PARAGRAPH);
    }

    static Form optional(String actionId, String verb, Optional<Onboarding> onboarding) {
        return form(actionId, verb, onboarding, false, Input.PARAGRAPH);
    }

    /** One that wants a word typed out. */
    static Form typed(String actionId, String verb, Optional<Onboarding> onboarding) {
        return form(actionId, verb, onboarding, true, Input.LINE);
    }

    private static Form form(
            String actionId, String verb, Optional<Onboarding> onboarding, boolean required, Input input) {
        String tenant = onboarding.map(found -> found.tenant().value()).orElse("");
        var field = new Field(
                NAME,
                text("onboarding.form." + verb + ".label"),
                text("onboarding.form." + verb + ".hint", "tenant", tenant),
                required,
                input,
                List.of(),
                "",
                null);
        return new Form(
                actionId,
                text("onboarding.form." + verb + ".title"),
                text("onboarding.form." + verb + ".send"),
                List.of(field));
    }

    /** What was filled in. */
    static String of(Map<String, String> values) {
        return values.getOrDefault(NAME, "").strip();
    }
}
