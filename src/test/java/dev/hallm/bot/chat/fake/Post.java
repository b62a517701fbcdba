package dev.hallm.bot.chat.fake;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.MessageRef;
import java.util.List;

/** A message as it looks now, with its buttons' action ids. */
public record Post(MessageRef ref, String nonce, Message message, List<Labelled> buttons) {
    public Post {
        buttons = List.copyOf(buttons);
    }

    /** A button as a person sees it, and what its click sends. */
    public record Labelled(String label, String action) {}

    /** Everything in it as text, for assertions. */
    public String text() {
        return message.fallbackText() + " " + message.blocks();
    }

    /** The action of a button. @throws AssertionError when there is no such button */
    public String action(String label) {
        return buttons.stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + message))
                .action();
    }
}
