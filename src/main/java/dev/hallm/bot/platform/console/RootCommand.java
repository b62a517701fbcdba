package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.ChatSettings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** bot-config's root command as the console writes it: {@code /hallm}. */
@Component
@Profile("dev")
class RootCommand {
    private final String word;

    RootCommand(ChatSettings chat) {
        this.word = "/" + chat.command();
    }

    String word() {
        return word;
    }

    /** A line as it is said on other platforms. */
    String before(String words) {
        return word + " " + words;
    }

    /** What was typed without the root command, which people type out of habit. */
    String removedFrom(String text) {
        String line = text.stripLeading();
        return line.equals(word) || line.startsWith(word + " ")
                ? line.substring(word.length()).stripLeading()
                : line;
    }
}
