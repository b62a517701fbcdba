package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.form.Form;
import java.util.Comparator;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** A form's inputs as options: required ones first, as Discord demands, else in their order. */
final class CommandOptions {
    private CommandOptions() {}

    static List<OptionData> of(Form form) {
        return form.fields().stream()
                .sorted(Comparator.comparing(field -> !field.required()))
                .map(CommandOptions::option)
                .toList();
    }

    private static OptionData option(Form.Field field) {
        return switch (field.input()) {
            case PERSON -> new OptionData(OptionType.USER, field.name(), description(field), field.required());
            case CHOICE -> Choices.suit(field.choices()) ? choice(field) : typed(field);
            case LINE, PARAGRAPH -> typed(field);
        };
    }

    private static OptionData choice(Form.Field field) {
        OptionData option = new OptionData(OptionType.STRING, field.name(), description(field), field.required());
        field.choices().forEach(choice -> option.addChoice(choice, choice));
        return option;
    }

    /** Completed while it is typed; what is sent may be anything all the same. */
    private static OptionData typed(Form.Field field) {
        return new OptionData(OptionType.STRING, field.name(), description(field), field.required(), true);
    }

    private static String description(Form.Field field) {
        String hint = field.hint().isBlank() ? "" : ": " + field.hint();
        return CleanText.shown(field.label() + hint, DiscordLimits.COMMAND_DESCRIPTION);
    }
}
