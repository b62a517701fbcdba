package dev.hallm.bot.platform.slack;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A form as a modal: an input for each field, named by it, and what was wrong with its last value. */
final class ModalView {
    private static final String BLOCK = "field.";
    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{1,30})(\\|[^>]*)?>");

    private ModalView() {}

    static ObjectNode of(Form form, String privateMetadata) {
        checkLength("callback_id", form.id(), SlackLimits.CALLBACK_ID);
        checkLength("private_metadata", privateMetadata, SlackLimits.PRIVATE_METADATA);
        ObjectNode view = Nodes.typed("modal").put("callback_id", form.id()).put("private_metadata", privateMetadata);
        view.set("title", Nodes.plain(form.title(), SlackLimits.VIEW_TITLE));
        view.set("submit", Nodes.plain(form.submit(), SlackLimits.VIEW_TITLE));
        view.set("close", Nodes.plain(text("slack.cancel"), SlackLimits.VIEW_TITLE));
        view.set("blocks", blocks(form));
        return view;
    }

    private static void checkLength(String name, String value, int most) {
        if (value.length() > most) {
            throw new IllegalArgumentException(name + " of " + value.length() + " characters, at most " + most);
        }
    }

    private static ArrayNode blocks(Form form) {
        ArrayNode blocks = Nodes.array();
        form.fields().forEach(field -> add(blocks, field));
        if (blocks.isEmpty()) {
            ObjectNode section = Nodes.typed("section");
            section.set("text", Nodes.plain(form.title(), SlackLimits.TEXT));
            blocks.add(section);
        }
        return blocks;
    }

    private static void add(ArrayNode blocks, Form.Field field) {
        ObjectNode input = Nodes.typed("input").put("block_id", BLOCK + field.name());
        input.set("label", Nodes.plain(label(field), SlackLimits.LABEL));
        input.set("element", element(field));
        input.put("optional", !field.required());
        if (!SlackText.isBlank(field.hint())) {
            input.set("hint", Nodes.plain(field.hint(), SlackLimits.HINT));
        }
        blocks.add(input);
        if (field.problem() != null) {
            String problem = text("slack.problem", "label", label(field), "problem", field.problem());
            blocks.add(Nodes.elements("context", Nodes.array().add(Nodes.plain(problem, SlackLimits.TEXT))));
        }
    }

    private static String label(Form.Field field) {
        return SlackText.isBlank(field.label()) ? field.name() : field.label();
    }

    private static ObjectNode element(Form.Field field) {
        return switch (field.input()) {
            case LINE -> typed(field, false);
            case PARAGRAPH -> typed(field, true);
            case CHOICE -> canBeChosen(field) ? chosen(field) : typed(field, false);
            case PERSON -> person(field);
        };
    }

    private static ObjectNode typed(Form.Field field, boolean multiline) {
        ObjectNode input =
                element("plain_text_input", field).put("multiline", multiline).put("max_length", SlackLimits.INPUT);
        String value = multiline ? SlackText.clean(field.value()) : SlackText.line(field.value());
        return value.isEmpty() ? input : input.put("initial_value", SlackText.shorten(value, SlackLimits.INPUT));
    }

    private static boolean canBeChosen(Form.Field field) {
        List<String> choices = field.choices();
        return !choices.isEmpty()
                && choices.size() <= SlackLimits.OPTIONS
                && choices.stream().distinct().count() == choices.size()
                && choices.stream().allMatch(ModalView::canBeAnOption);
    }

    /** An option's value comes back as it was sent, so it must be one that can be sent as it is. */
    private static boolean canBeAnOption(String choice) {
        return !SlackText.isBlank(choice)
                && choice.length() <= SlackLimits.OPTION_VALUE
                && SlackText.clean(choice).equals(choice);
    }

    private static ObjectNode chosen(Form.Field field) {
        ObjectNode select = element("static_select", field);
        ArrayNode options = select.putArray("options");
        field.choices().forEach(choice -> options.add(option(choice)));
        if (field.choices().contains(field.value())) {
            select.set("initial_option", option(field.value()));
        }
        return select;
    }

    private static ObjectNode option(String choice) {
        ObjectNode option = Nodes.object();
        option.set("text", Nodes.plain(choice, SlackLimits.OPTION_TEXT));
        return option.put("value", choice);
    }

    private static ObjectNode person(Form.Field field) {
        ObjectNode select = element("users_select", field);
        Matcher mention = MENTION.matcher(field.value().strip());
        return mention.matches() ? select.put("initial_user", mention.group(1)) : select;
    }

    private static ObjectNode element(String type, Form.Field field) {
        return Nodes.typed(type).put("action_id", field.name());
    }
}
