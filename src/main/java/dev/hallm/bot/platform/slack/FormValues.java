package dev.hallm.bot.platform.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what was filled into a form. */
final class FormValues {
    private FormValues() {}

    /**
     * The values by field name; what was left empty, and inputs of types that no form of ours has, are not in it.
     *
     * @param stateValues {@code view.state.values} of a submission
     */
    static Map<String, String> of(JsonNode stateValues) {
        var values = new LinkedHashMap<String, String>();
        for (JsonNode block : stateValues) {
            block.properties()
                    .forEach(input -> value(input.getValue())
                            .filter(value -> !value.isEmpty())
                            .ifPresent(value -> values.put(input.getKey(), value)));
        }
        return values;
    }

    private static Optional<String> value(JsonNode input) {
        return switch (input.path("type").asString("")) {
            case "plain_text_input" -> input.path("value").stringValueOpt();
            case "static_select" -> input.path("selected_option").path("value").stringValueOpt();
            case "users_select" -> input.path("selected_user").stringValueOpt().map(user -> "<@" + user + ">");
            default -> Optional.empty();
        };
    }
}
