package dev.hallm.bot.platform.console;

import java.util.List;

/** bot-config's {@code chat.console}: the ids of the people a visitor may choose to be. */
public record ConsoleSettings(List<String> people) {
    public ConsoleSettings {
        people = List.copyOf(people);
    }
}
