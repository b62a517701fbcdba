package dev.hallm.bot.command;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.identity.ChatAccount;
import java.util.List;

/** Where platforms bring what people did. */
public interface Dispatcher {
    /**
     * The first phase: stores the delivery and decides the first response, within milliseconds. Everything else
     * happens from the stored row.
     */
    FirstResponse receive(Delivery delivery);

    /** The form of a {@link FirstResponse.Show} is open: its submission will be the delivery to answer. */
    void shown(Delivery delivery);

    /** The form could not be opened, or this platform cannot: the delivery is answered with a button for it. */
    void notShown(Delivery delivery);

    /** What may come next after a text before the cursor, for one person; at most 25. */
    List<Completion> complete(ChatAccount account, String text);

    /** Values of one argument of a command that begin with what was typed; at most 25. */
    List<Completion> complete(ChatAccount account, String path, String argument, String typed);

    /** The commands that a person may use, with the forms derived from them. */
    List<Entry> commandsFor(ChatAccount account);

    /** Every command there is, in the order of paths. */
    List<Entry> commands();

    /** What a platform answers at once. */
    sealed interface FirstResponse {
        /**
         * Open a form, then say whether it opened. When nobody says so within 10 s, the delivery is answered without
         * it, so that nobody is left in silence.
         */
        record Show(Form form) implements FirstResponse {}

        /** Stored; a private answer follows. */
        record DeferPrivate() implements FirstResponse {}

        /** Stored; the clicked message will change, and a private answer may follow. */
        record DeferUpdate() implements FirstResponse {}

        /** Not stored: the person should repeat it. */
        record TryAgain(String text) implements FirstResponse {}
    }

    /**
     * One completion.
     *
     * @param text the whole line when it is taken
     * @param label the part that it adds
     */
    record Completion(String text, String label, String hint) {}

    /** One command in the list of what a person may do. */
    record Entry(String path, String caption, Form form) {}
}
