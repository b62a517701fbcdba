package dev.hallm.bot.scenario;

import java.util.Map;
import java.util.stream.Collectors;

/** Commands as people type them. */
final class Lines {
    private Lines() {}

    /** {@code user create name=ana reason="a b"}. */
    static String of(String command, Map<String, String> arguments) {
        return command
                + arguments.entrySet().stream()
                        .map(argument -> " " + argument.getKey() + "=" + quoted(argument.getValue()))
                        .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }
}
