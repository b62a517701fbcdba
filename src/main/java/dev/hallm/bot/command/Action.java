package dev.hallm.bot.command;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.identity.Person;
import java.util.Map;

/** What a button does, by the verb of its {@link ActionRequest}; who may click was checked before. */
public interface Action {
    /** Its word, the first part of action ids. */
    String verb();

    /** What the platform answers at once; decided by the verb alone. */
    First first();

    /** The form that opens, for {@link First#FORM}. */
    default Form form(String actionId, ActionRequest action) {
        throw new IllegalStateException(verb() + " opens no form");
    }

    /**
     * Does it.
     *
     * @param values what was filled in, empty for a click
     */
    Outcome perform(ActionRequest action, Map<String, String> values, Person clicker);

    /** How the platform's first response looks. */
    enum First {
        FORM,
        UPDATE,
        PRIVATE
    }
}
