package dev.hallm.bot.platform.slack.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The interactive elements: their fields, limits and where they may stand. */
final class ElementRules {
    private static final Set<String> SELECTS =
            Set.of("static_select", "external_select", "users_select", "conversations_select", "channels_select");
    private static final Set<String> MULTI_SELECTS = Set.of(
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select");
    private static final Set<String> CHOICES =
            Set.of("checkboxes", "radio_buttons", "datepicker", "timepicker", "datetimepicker");
    private static final Set<String> ENTRIES = Set.of(
            "plain_text_input", "rich_text_input", "email_text_input", "url_text_input", "number_input", "file_input");

    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("button", Set.of("text", "url", "value", "style", "accessibility_label")),
            Map.entry("workflow_button", Set.of("text", "workflow", "style", "accessibility_label")),
            Map.entry("overflow", Set.of("options")),
            Map.entry("static_select", Set.of("options", "option_groups", "initial_option")),
            Map.entry("multi_static_select", Set.of("options", "option_groups", "initial_options")),
            Map.entry("external_select", Set.of("initial_option", "min_query_length")),
            Map.entry("multi_external_select", Set.of("initial_options", "min_query_length")),
            Map.entry("users_select", Set.of("initial_user")),
            Map.entry("multi_users_select", Set.of("initial_users")),
            Map.entry(
                    "conversations_select",
                    Set.of(
                            "initial_conversation",
                            "default_to_current_conversation",
                            "response_url_enabled",
                            "filter")),
            Map.entry(
                    "multi_conversations_select",
                    Set.of("initial_conversations", "default_to_current_conversation", "filter")),
            Map.entry("channels_select", Set.of("initial_channel", "response_url_enabled")),
            Map.entry("multi_channels_select", Set.of("initial_channels")),
            Map.entry("checkboxes", Set.of("options", "initial_options")),
            Map.entry("radio_buttons", Set.of("options", "initial_option")),
            Map.entry("datepicker", Set.of("initial_date", "placeholder")),
            Map.entry("timepicker", Set.of("initial_time", "timezone", "placeholder")),
            Map.entry("datetimepicker", Set.of("initial_date_time")),
            Map.entry("plain_text_input", Set.of("initial_value", "multiline", "min_length", "max_length")),
            Map.entry("rich_text_input", Set.of("initial_value")),
            Map.entry("email_text_input", Set.of("initial_value")),
            Map.entry("url_text_input", Set.of("initial_value")),
            Map.entry("number_input", Set.of("is_decimal_allowed", "initial_value", "min_value", "max_value")),
            Map.entry("file_input", Set.of("filetypes", "max_files")));

    private ElementRules() {}

    static boolean inActions(String type) {
        return type.equals("button")
                || type.equals("workflow_button")
                || type.equals("overflow")
                || SELECTS.contains(type)
                || MULTI_SELECTS.contains(type)
                || CHOICES.contains(type);
    }

    static boolean inInput(String type) {
        return SELECTS.contains(type)
                || MULTI_SELECTS.contains(type)
                || CHOICES.contains(type)
                || ENTRIES.contains(type);
    }

    static void check(Probe element) {
        String type = element.type();
        Set<String> own = FIELDS.get(type);
        if (own == null) {
            element.found("unsupported element type: " + type);
            return;
        }
        if (!element.object(allowed(type, own))) {
            return;
        }
        element.string("action_id", 0, 255);
        element.bool("focus_on_load");
        TextRules.confirm(element);
        TextRules.plain(element, "placeholder", false, 150);
        switch (type) {
            case "button" -> button(element);
            case "workflow_button" -> TextRules.plain(element, "text", true, 75);
            case "overflow" -> options(element, 1, 5, false, true);
            case "checkboxes", "radio_buttons" -> options(element, 1, 10, true, false);
            case "static_select", "multi_static_select" -> menu(element);
            case "plain_text_input" -> entry(element);
            case "number_input" -> {
                if (!element.at("is_decimal_allowed").node().isBoolean()) {
                    element.found("missing required field: is_decimal_allowed");
                }
            }
            default -> element.integer("min_query_length", 0, 100);
        }
        element.integer("max_selected_items", 1, 1_000);
    }

    private static Set<String> allowed(String type, Set<String> own) {
        var allowed = new HashSet<>(own);
        allowed.addAll(Set.of("type", "action_id"));
        boolean entry = ENTRIES.contains(type);
        if (!entry) {
            allowed.add("confirm");
        } else if (!type.equals("file_input")) {
            allowed.addAll(Set.of("placeholder", "dispatch_action_config"));
        }
        if (SELECTS.contains(type) || MULTI_SELECTS.contains(type)) {
            allowed.add("placeholder");
        }
        if (MULTI_SELECTS.contains(type)) {
            allowed.add("max_selected_items");
        }
        if (inInput(type) && !type.equals("file_input")) {
            allowed.add("focus_on_load");
        }
        return allowed;
    }

    private static void button(Probe button) {
        TextRules.plain(button, "text", true, 75);
        button.string("value", 0, 2_000);
        button.string("url", 0, 3_000);
        button.string("accessibility_label", 0, 75);
        TextRules.style(button);
    }

    private static void entry(Probe input) {
        input.bool("multiline");
        input.integer("min_length", 0, 3_000);
        input.integer("max_length", 1, 3_000);
        input.string("initial_value", 0, input.at("max_length").node().asInt(3_000));
        if (input.at("min_length").node().asInt(0)
                > input.at("max_length").node().asInt(3_000)) {
            input.found("min_length must be less than max_length");
        }
    }

    private static void options(Probe element, int least, int most, boolean markup, boolean url) {
        List<Probe> options = element.list("options", least, most);
        options.forEach(option -> TextRules.option(option, markup, url));
        initial(element, options.stream().map(Probe::node).toList());
    }

    private static void menu(Probe menu) {
        if (menu.has("options") == menu.has("option_groups")) {
            menu.found("exactly one of options and option_groups is required");
        }
        if (menu.has("options")) {
            options(menu, 1, 100, false, false);
        }
        for (Probe group : menu.list("option_groups", 0, 100)) {
            group.object(Set.of("label", "options"));
            TextRules.plain(group, "label", true, 75);
            group.list("options", 1, 100).forEach(option -> TextRules.option(option, false, false));
        }
    }

    private static void initial(Probe element, List<JsonNode> options) {
        if (element.has("initial_option")
                && !options.contains(element.at("initial_option").node())) {
            element.at("initial_option").found("must match one of the options exactly");
        }
        for (Probe chosen : element.list("initial_options", 0, 100)) {
            if (!options.contains(chosen.node())) {
                chosen.found("must match one of the options exactly");
            }
        }
    }
}
