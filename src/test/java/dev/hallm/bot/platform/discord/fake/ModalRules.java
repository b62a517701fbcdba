package dev.hallm.bot.platform.discord.fake;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The documented limits of modals; fields stand in Labels, Action Rows are deprecated there. */
final class ModalRules {
    private final FormErrors errors = new FormErrors();
    private final Set<String> customIds = new HashSet<>();

    private ModalRules() {}

    static void check(JsonNode modal, Problems problems) {
        ModalRules rules = new ModalRules();
        rules.errors.between("data.title", Json.text(modal, "title"), 1, 45);
        rules.errors.between("data.custom_id", Json.text(modal, "custom_id"), 1, 100);
        JsonNode components = modal.path("components");
        if (components.isEmpty() || components.size() > 5) {
            rules.errors.add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        for (int i = 0; i < components.size(); i++) {
            rules.top("data.components." + i, components.path(i), problems);
        }
        rules.errors.refuseIfAny();
    }

    private void top(String path, JsonNode component, Problems problems) {
        switch (Components.type(component)) {
            case Components.LABEL -> label(path, component);
            case Components.TEXT_DISPLAY -> errors.atMost(path + ".content", Json.text(component, "content"), 4000);
            case Components.ACTION_ROW -> {
                problems.add("modal: an Action Row at " + path + " is deprecated, use a Label");
                Json.items(component, "components").forEach(field -> field(path, field));
            }
            default ->
                errors.add(path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
        }
    }

    private void label(String path, JsonNode label) {
        errors.between(path + ".label", Json.text(label, "label"), 1, 45);
        errors.atMost(path + ".description", Json.text(label, "description"), 100);
        field(path + ".component", label.path("component"));
    }

    private void field(String path, JsonNode field) {
        String customId = Json.text(field, "custom_id");
        errors.between(path + ".custom_id", customId, 1, 100);
        if (!customIds.add(customId)) {
            errors.add(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
        if (field.path("disabled").asBoolean(false)) {
            errors.add(path + ".disabled", "COMPONENT_DISABLED_IN_MODAL", "Modals cannot have disabled components");
        }
        errors.atMostItems(path + ".options", field.path("options").size(), 25);
        if (Components.type(field) == Components.TEXT_INPUT) {
            textInput(path, field);
        }
    }

    private void textInput(String path, JsonNode input) {
        int least = input.path("min_length").asInt(0);
        int most = input.path("max_length").asInt(4000);
        errors.atMost(path + ".value", Json.text(input, "value"), Math.min(most, 4000));
        errors.atMost(path + ".placeholder", Json.text(input, "placeholder"), 100);
        if (least < 0 || least > 4000 || most < 1 || most > 4000 || least > most) {
            errors.add(path + ".max_length", "TEXT_INPUT_LENGTH", "min_length 0-4000, max_length 1-4000, min <= max");
        }
        int value = Json.length(Json.text(input, "value"));
        if (value > 0 && value < least) {
            errors.add(path + ".value", "BASE_TYPE_MIN_LENGTH", "Must be " + least + " or more in length.");
        }
    }
}
