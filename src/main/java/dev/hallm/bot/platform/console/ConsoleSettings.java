package dev.hallm.bot.platform.console;

import java.util.List;

/**
 * bot-config's {@code chat.console}.
 *
 * @param people who can be played in the console; with nobody there is no console
 */
public record ConsoleSettings(List<String> people) {
    public ConsoleSettings {
        people = List.copyOf(people);
    }
}
