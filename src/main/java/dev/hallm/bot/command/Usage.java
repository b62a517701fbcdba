package dev.hallm.bot.command;

import java.util.stream.Collectors;

/** A command with its arguments as people write them down. */
public final class Usage {
    private Usage() {}

    /** {@code user create <name> [owner] [size]}. */
    public static String of(CommandSpec<?> spec) {
        String arguments = Parameter.of(spec.arguments()).stream()
                .map(parameter -> parameter.required() ? " <" + parameter.name() + ">" : " [" + parameter.name() + "]")
                .collect(Collectors.joining());
        return spec.path() + arguments;
    }
}
