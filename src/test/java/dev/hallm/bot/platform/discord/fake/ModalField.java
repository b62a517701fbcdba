package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One field of a modal in a person's hands: takes what Discord's client would take. */
record ModalField(String label, JsonNode json) {

    static ModalField of(String label, JsonNode json) {
        return new ModalField(label, json);
    }

    ObjectNode filled(@Nullable Object value) {
        ObjectNode answer = Json.object().put("type", Components.type(json));
        answer.put("id", json.path("id").asInt(0)).put("custom_id", Json.text(json, "custom_id"));
        return switch (Components.type(json)) {
            case Components.TEXT_INPUT ->
                answer.put("value", text(value == null ? Json.text(json, "value") : value.toString()));
            case 21 -> answer.put("value", value == null ? null : value.toString());
            case 23 -> answer.put("value", Boolean.TRUE.equals(value));
            default -> selected(answer, value);
        };
    }

    private String text(String text) {
        int length = Json.length(text);
        if (length == 0 && required()) {
            throw new NotOffered("'" + label + "' is required");
        }
        boolean tooShort = length > 0 && length < json.path("min_length").asInt(0);
        if (tooShort || length > json.path("max_length").asInt(4000)) {
            throw new NotOffered("'" + label + "' does not take " + length + " characters");
        }
        return text;
    }

    private ObjectNode selected(ObjectNode answer, @Nullable Object value) {
        List<?> chosen = value instanceof List<?> list ? list : value == null ? defaults() : List.of(value);
        ArrayNode values = answer.putArray("values");
        chosen.forEach(one -> values.add(one instanceof DiscordPerson person ? person.id() : one.toString()));
        int least = required() ? Math.max(1, json.path("min_values").asInt(1)) : 0;
        if (chosen.size() < least || chosen.size() > json.path("max_values").asInt(1)) {
            throw new NotOffered("'" + label + "' does not take " + chosen.size() + " choices");
        }
        values.forEach(this::offered);
        return answer;
    }

    private List<String> defaults() {
        return Json.items(json, "options")
                .filter(option -> option.path("default").asBoolean(false))
                .map(option -> Json.text(option, "value"))
                .toList();
    }

    private void offered(JsonNode value) {
        boolean known = Json.items(json, "options")
                .anyMatch(option -> Json.text(option, "value").equals(value.asString("")));
        if (json.has("options") && !known) {
            throw new NotOffered("'" + label + "' does not offer " + value);
        }
    }

    private boolean required() {
        return json.path("required").asBoolean(true);
    }
}
