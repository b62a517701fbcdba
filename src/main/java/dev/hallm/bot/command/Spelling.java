package dev.hallm.bot.command;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.identity.ChatAccount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Commands as a reader writes them, which differs from platform to platform. */
@Component
class Spelling {
    private final ObjectProvider<ChatPlatform> platforms;
    private final ChatSettings chat;

    Spelling(ObjectProvider<ChatPlatform> platforms, ChatSettings chat) {
        this.platforms = platforms;
        this.chat = chat;
    }

    /** {@code /hallm user list}, or however the reader's platform has it. */
    String of(String words, ChatAccount reader) {
        return platforms.stream()
                .filter(platform -> platform.name().equals(reader.platform()))
                .findFirst()
                .map(platform -> platform.spelled(chat.command(), words))
                .orElseGet(() -> "/" + chat.command() + " " + words);
    }
}
