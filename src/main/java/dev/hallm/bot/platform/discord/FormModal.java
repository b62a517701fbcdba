package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.DefaultValue;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/**
 * A form as a modal of at most five inputs: of a longer form those that are required, then others in their order; the
 * last one says what else the command takes.
 */
final class FormModal {
    private static final Pattern MENTION = Pattern.compile("<@!?(\\d{1,20})>");

    private FormModal() {}

    static Modal of(Form form) {
        List<Form.Field> shown = shown(form.fields());
        List<Form.Field> missing =
                form.fields().stream().filter(field -> !shown.contains(field)).toList();
        List<Label> labels = new ArrayList<>();
        for (Form.Field field : shown) {
            boolean last = labels.size() == shown.size() - 1;
            labels.add(label(field, last ? missing : List.of()));
        }
        return Modal.create(form.id(), CleanText.shown(form.title(), DiscordLimits.MODAL_TITLE))
                .addComponents(labels)
                .build();
    }

    private static List<Form.Field> shown(List<Form.Field> fields) {
        List<Form.Field> first = fields.stream()
                .sorted(Comparator.comparing(field -> !field.required()))
                .limit(DiscordLimits.MODAL_FIELDS)
                .toList();
        return fields.stream().filter(first::contains).toList();
    }

    private static Label label(Form.Field field, List<Form.Field> missing) {
        String label = CleanText.shown(field.label(), DiscordLimits.MODAL_LABEL);
        String description = description(field, missing);
        return description.isBlank()
                ? Label.of(label, input(field))
                : Label.of(label, CleanText.shorten(description, DiscordLimits.MODAL_DESCRIPTION), input(field));
    }

    private static String description(Form.Field field, List<Form.Field> missing) {
        if (field.problem() != null) {
            return "⚠ " + CleanText.line(field.problem());
        }
        String more = missing.stream().map(Form.Field::name).collect(Collectors.joining(", "));
        String note = more.isEmpty() ? "" : text("discord.more-fields", "fields", more);
        return CleanText.line(note + " " + field.hint());
    }

    private static LabelChildComponent input(Form.Field field) {
        return switch (field.input()) {
            case LINE -> input(field, TextInputStyle.SHORT);
            case PARAGRAPH -> input(field, TextInputStyle.PARAGRAPH);
            case CHOICE -> choice(field);
            case PERSON -> person(field);
        };
    }

    private static TextInput input(Form.Field field, TextInputStyle style) {
        String value = CleanText.cut(field.value(), DiscordLimits.MODAL_TEXT);
        String hint = field.problem() == null ? "" : CleanText.line(field.hint());
        return TextInput.create(field.name(), style)
                .setRequired(field.required())
                .setValue(value.isBlank() ? null : value)
                .setPlaceholder(hint.isBlank() ? null : CleanText.shorten(hint, DiscordLimits.PLACEHOLDER))
                .setMaxLength(DiscordLimits.MODAL_TEXT)
                .build();
    }

    /** A choice of too many, or one too long to be sent back, is typed. */
    private static LabelChildComponent choice(Form.Field field) {
        List<String> choices = field.choices();
        if (!Choices.suit(choices)) {
            return input(field, TextInputStyle.SHORT);
        }
        StringSelectMenu.Builder menu = StringSelectMenu.create(field.name())
                .setRequired(field.required())
                .setRequiredRange(field.required() ? 1 : 0, 1);
        choices.forEach(choice -> menu.addOption(choice, choice));
        if (choices.contains(field.value())) {
            menu.setDefaultValues(field.value());
        }
        return menu.build();
    }

    private static LabelChildComponent person(Form.Field field) {
        EntitySelectMenu.Builder menu = EntitySelectMenu.create(field.name(), SelectTarget.USER)
                .setRequired(field.required())
                .setRequiredRange(field.required() ? 1 : 0, 1);
        Matcher mention = MENTION.matcher(field.value().strip());
        if (mention.matches()) {
            menu.setDefaultValues(DefaultValue.user(mention.group(1)));
        }
        return menu.build();
    }
}
