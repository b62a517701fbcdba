package dev.hallm.bot.platform.discord.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A form in front of a person; its components have the ids that Discord gave them. */
public final class OpenedModal {
    private final SentInteraction interaction;
    private final JsonNode data;

    OpenedModal(SentInteraction interaction, JsonNode data) {
        this.interaction = interaction;
        this.data = data.deepCopy();
        Components.number(this.data.path("components"));
    }

    /** The interaction that it answered. */
    public SentInteraction interaction() {
        return interaction;
    }

    public String title() {
        return Json.text(data, "title");
    }

    public String customId() {
        return Json.text(data, "custom_id");
    }

    public JsonNode json() {
        return data.deepCopy();
    }

    /** Labels of the fields, from top to bottom. */
    public List<String> labels() {
        return List.copyOf(fields().keySet());
    }

    /** What stands in a field before the person types. */
    public Optional<String> prefilled(String label) {
        return Json.optional(field(label), "value");
    }

    /** The field below a label, as the bot sent it. */
    public JsonNode field(String label) {
        JsonNode field = fields().get(label);
        if (field == null) {
            throw new NotOffered("no field '" + label + "' among " + labels());
        }
        return field;
    }

    private Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        Json.items(data, "components").forEach(component -> {
            if (Components.type(component) == Components.LABEL) {
                fields.put(Json.text(component, "label"), component.path("component"));
            } else {
                Json.items(component, "components").forEach(old -> fields.put(Json.text(old, "label"), old));
            }
        });
        return fields;
    }

    /** The data of the submit, as documented for each component. */
    ObjectNode filled(Map<String, ?> values) {
        values.keySet().forEach(this::field);
        ObjectNode submit = Json.object().put("custom_id", customId());
        ArrayNode components = submit.putArray("components");
        Json.items(data, "components").forEach(component -> {
            ObjectNode answer = components.addObject().put("type", Components.type(component));
            answer.put("id", component.path("id").asInt(0));
            if (Components.type(component) == Components.LABEL) {
                answer.set("component", filled(Json.text(component, "label"), component.path("component"), values));
            } else if (component.has("components")) {
                ArrayNode inside = answer.putArray("components");
                Json.items(component, "components")
                        .forEach(old -> inside.add(filled(Json.text(old, "label"), old, values)));
            }
        });
        return submit;
    }

    private static ObjectNode filled(String label, JsonNode field, Map<String, ?> values) {
        return ModalField.of(label, field).filled(values.get(label));
    }
}
