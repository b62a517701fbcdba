package dev.hallm.bot.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** Names, descriptions and choice values of one command together, which Discord limits. */
final class CommandSize {
    private CommandSize() {}

    static int of(SlashCommandData command) {
        return command.getName().length()
                + command.getDescription().length()
                + of(command.getOptions())
                + command.getSubcommands().stream()
                        .mapToInt(sub ->
                                sub.getName().length() + sub.getDescription().length() + of(sub.getOptions()))
                        .sum();
    }

    private static int of(List<OptionData> options) {
        return options.stream().mapToInt(CommandSize::of).sum();
    }

    private static int of(OptionData option) {
        return option.getName().length()
                + option.getDescription().length()
                + option.getChoices().stream()
                        .mapToInt(choice ->
                                choice.getName().length() + choice.getAsString().length())
                        .sum();
    }
}
