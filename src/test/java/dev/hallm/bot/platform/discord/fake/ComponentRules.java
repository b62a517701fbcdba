package dev.hallm.bot.platform.discord.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The documented limits of components below a message, of the old layout and of Components V2. */
final class ComponentRules {
    private static final Set<Integer> SELECTS = Set.of(3, 5, 6, 7, 8);

    private final FormErrors errors;
    private final Set<String> customIds = new HashSet<>();
    private final Set<Integer> ids = new HashSet<>();

    private ComponentRules(FormErrors errors) {
        this.errors = errors;
    }

    static void check(JsonNode components, boolean v2, FormErrors errors) {
        ComponentRules rules = new ComponentRules(errors);
        if (v2) {
            rules.total(components);
        } else {
            rules.legacy(components);
        }
        Components.walk(components, "components", rules::one);
    }

    private void legacy(JsonNode rows) {
        errors.atMostItems("components", rows.size(), 5);
        for (int i = 0; i < rows.size(); i++) {
            if (Components.type(rows.path(i)) != Components.ACTION_ROW) {
                errors.add(
                        "components." + i + ".type",
                        "UNION_TYPE_CHOICES",
                        "Value of field \"type\" must be one of (1,).");
            }
        }
    }

    private void total(JsonNode components) {
        List<JsonNode> all = Components.all(components);
        if (all.size() > 40) {
            errors.add("components", "COMPONENT_MAX_TOTAL", "The total number of components exceeds 40.");
        }
        int text = all.stream()
                .filter(component -> Components.type(component) == Components.TEXT_DISPLAY)
                .mapToInt(component -> Json.length(Json.text(component, "content")))
                .sum();
        if (text > 4000) {
            errors.add(
                    "components",
                    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                    "Component displayable text exceeds maximum size of 4000");
        }
    }

    private void one(String path, JsonNode component) {
        int id = component.path("id").asInt(0);
        if (id != 0 && !ids.add(id)) {
            errors.add(path + ".id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        }
        int type = Components.type(component);
        if (type == Components.ACTION_ROW) {
            row(path, component.path("components"));
        } else if (type == Components.BUTTON) {
            button(path, component);
        } else if (type == Components.SECTION) {
            section(path, component);
        } else if (SELECTS.contains(type)) {
            select(path, component);
        } else if (type == Components.TEXT_DISPLAY
                && Json.text(component, "content").isBlank()) {
            errors.add(path + ".content", "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private void row(String path, JsonNode inside) {
        long selects = inside.valueStream()
                .filter(item -> SELECTS.contains(Components.type(item)))
                .count();
        boolean full = selects == 0 ? inside.size() > 5 : inside.size() > 1;
        if (inside.isEmpty() || full) {
            errors.add(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
    }

    private void section(String path, JsonNode section) {
        int texts = section.path("components").size();
        if (texts < 1 || texts > 3) {
            errors.add(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length.");
        }
    }

    private void button(String path, JsonNode button) {
        int style = button.path("style").asInt(0);
        String label = Json.text(button, "label");
        errors.atMost(path + ".label", label, 80);
        if (label.isEmpty() && !Json.has(button, "emoji") && style != 6) {
            errors.add(path, "BUTTON_COMPONENT_INVALID_LABEL", "A label or an emoji is required");
        }
        boolean own = style >= 1 && style <= 4;
        if (own) {
            customId(path, button);
        } else if (Json.has(button, "custom_id")) {
            errors.add(
                    path + ".custom_id",
                    "BUTTON_COMPONENT_CUSTOM_ID_LINK",
                    "A custom id and url cannot both be specified");
        }
        if (own == Json.has(button, "url") || (style == 5 && !Json.has(button, "url"))) {
            errors.add(path + ".url", "BUTTON_COMPONENT_INVALID_URL", "A link needs a url, and only a link has one");
        }
    }

    private void select(String path, JsonNode select) {
        customId(path, select);
        errors.atMost(path + ".placeholder", Json.text(select, "placeholder"), 150);
        if (Components.type(select) == Components.STRING_SELECT) {
            int options = select.path("options").size();
            if (options < 1 || options > 25) {
                errors.add(path + ".options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
            }
            optionValues(path, select);
        }
    }

    private void optionValues(String path, JsonNode select) {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < select.path("options").size(); i++) {
            JsonNode option = select.path("options").path(i);
            String at = path + ".options." + i;
            errors.between(at + ".label", Json.text(option, "label"), 1, 100);
            errors.between(at + ".value", Json.text(option, "value"), 1, 100);
            errors.atMost(at + ".description", Json.text(option, "description"), 100);
            if (!values.add(Json.text(option, "value"))) {
                errors.add(
                        at + ".value",
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
        }
    }

    private void customId(String path, JsonNode component) {
        String customId = Json.text(component, "custom_id");
        errors.between(path + ".custom_id", customId, 1, 100);
        if (!customIds.add(customId)) {
            errors.add(
                    path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
