package dev.hallm.bot.platform.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A field that keeps a value, in a modal, a home view or a message, with the rules that Slack's client applies. */
record FormField(JsonNode block, JsonNode element) {
    private static final Set<String> STATELESS = Set.of("button", "workflow_button", "overflow", "image");

    static List<FormField> in(JsonNode blocks) {
        var fields = new ArrayList<FormField>();
        for (JsonNode block : blocks) {
            for (JsonNode element : SlackButton.elements(block)) {
                String type = Json.text(element, "type");
                boolean keeps = ElementRules.inActions(type) || ElementRules.inInput(type);
                if (keeps && !STATELESS.contains(type)) {
                    fields.add(new FormField(block, element));
                }
            }
        }
        return fields;
    }

    /** The field with this label, block id or action id. @throws AssertionError unless there is exactly one */
    static FormField named(String name, JsonNode blocks) {
        List<FormField> all = in(blocks);
        List<FormField> found =
                all.stream().filter(field -> field.isNamed(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " fields \"" + name + "\" among "
                    + all.stream()
                            .map(field -> field.label() + " (" + field.actionId() + ")")
                            .toList());
        }
        return found.getFirst();
    }

    String type() {
        return Json.text(element, "type");
    }

    String label() {
        return Json.text(block.path("label"), "text");
    }

    String blockId() {
        return Json.text(block, "block_id");
    }

    String actionId() {
        return Json.text(element, "action_id");
    }

    String key() {
        return blockId() + "/" + actionId();
    }

    boolean isInput() {
        return Json.text(block, "type").equals("input");
    }

    private boolean isNamed(String name) {
        return name.equals(label()) || name.equals(blockId()) || name.equals(actionId());
    }

    /** The property of the state that holds its value. */
    String property() {
        return switch (type()) {
            case "static_select", "external_select", "radio_buttons" -> "selected_option";
            case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
            case "users_select" -> "selected_user";
            case "multi_users_select" -> "selected_users";
            case "conversations_select" -> "selected_conversation";
            case "multi_conversations_select" -> "selected_conversations";
            case "channels_select" -> "selected_channel";
            case "multi_channels_select" -> "selected_channels";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            case "rich_text_input" -> "rich_text_value";
            case "file_input" -> "files";
            default -> "value";
        };
    }

    /** What the state says while the person left the field alone. */
    ObjectNode initial() {
        ObjectNode state = Json.object().put("type", type());
        String property = property();
        JsonNode value = element.path(property.replaceFirst("^(selected_|rich_text_)?", "initial_"));
        if (!value.isMissingNode()) {
            state.set(property, value.deepCopy());
        } else if (property.endsWith("s")) {
            state.putArray(property);
        } else {
            state.putNull(property);
        }
        return state;
    }

    /** What the state says after the person entered or chose this; of options by their text or value. */
    ObjectNode holding(String given, List<JsonNode> offered) {
        ObjectNode state = Json.object().put("type", type());
        String property = property();
        if (given.isEmpty()) {
            return property.endsWith("s") ? withList(state, property) : state.putNull(property);
        }
        switch (property) {
            case "selected_option" -> state.set(property, option(given, offered));
            case "selected_options" -> {
                ArrayNode chosen = state.putArray(property);
                for (String one : List.of(given.split(", *", -1))) {
                    chosen.add(option(one, offered));
                }
            }
            case "selected_users", "selected_conversations", "selected_channels" -> {
                ArrayNode chosen = state.putArray(property);
                List.of(given.split(", *", -1)).forEach(chosen::add);
            }
            case "selected_date_time" -> state.put(property, Long.parseLong(given));
            default -> state.put(property, given);
        }
        return state;
    }

    private static ObjectNode withList(ObjectNode state, String property) {
        state.putArray(property);
        return state;
    }

    /** The options that the field shows by itself. */
    List<JsonNode> options() {
        var options = new ArrayList<JsonNode>();
        element.path("options").forEach(options::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }

    private JsonNode option(String given, List<JsonNode> offered) {
        return offered.stream()
                .filter(option -> Json.text(option.path("text"), "text").equals(given)
                        || Json.text(option, "value").equals(given))
                .findFirst()
                .orElseThrow(() -> new AssertionError("\"" + label() + "\" does not offer \"" + given + "\" but "
                        + offered.stream()
                                .map(option -> Json.text(option.path("text"), "text"))
                                .toList()))
                .deepCopy();
    }

    /** Why Slack's client would not submit a form with this in the field. */
    Optional<String> objection(JsonNode state) {
        JsonNode value = state.path(property());
        boolean empty = value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty());
        if (empty) {
            boolean optional = !isInput() || block.path("optional").asBoolean(false);
            return optional ? Optional.empty() : Optional.of("\"" + label() + "\" is required");
        }
        return value.isString() ? textObjection(value.asString("")) : Optional.empty();
    }

    private Optional<String> textObjection(String text) {
        String name = "\"" + label() + "\" ";
        return switch (type()) {
            case "plain_text_input" -> {
                int most = element.path("max_length").asInt(3_000);
                int least = element.path("min_length").asInt(0);
                if (text.length() > most) {
                    yield Optional.of(name + "has more than " + most + " characters");
                }
                yield text.length() < least
                        ? Optional.of(name + "has less than " + least + " characters")
                        : Optional.empty();
            }
            case "number_input" -> {
                String pattern = element.path("is_decimal_allowed").asBoolean(false) ? "-?\\d+(\\.\\d+)?" : "-?\\d+";
                yield text.matches(pattern) ? Optional.empty() : Optional.of(name + "is no number");
            }
            case "email_text_input" ->
                text.contains("@") ? Optional.empty() : Optional.of(name + "is no e-mail address");
            case "url_text_input" -> text.startsWith("http") ? Optional.empty() : Optional.of(name + "is no URL");
            default -> Optional.empty();
        };
    }
}
