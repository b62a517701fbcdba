package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A call's arguments, whether they came as a form or as JSON. */
record ApiRequest(String method, ObjectNode arguments, String token) {
    String text(String name) {
        return Json.text(arguments, name);
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** A required argument. */
    String need(String name) {
        return given(name)
                .orElseThrow(() -> new ApiError("invalid_arguments", List.of("missing required field: " + name)));
    }

    boolean flag(String name) {
        String text = text(name);
        return text.equals("true") || text.equals("1");
    }

    int number(String name, int otherwise) {
        return given(name)
                .map(text -> {
                    try {
                        return Integer.parseInt(text);
                    } catch (NumberFormatException notANumber) {
                        throw new ApiError("invalid_arguments", List.of("must be an integer: " + name));
                    }
                })
                .orElse(otherwise);
    }

    /** A structured argument, which a form carries as JSON text; missing when it was not given. */
    JsonNode structure(String name, String errorWhenBroken) {
        JsonNode given = arguments.path(name);
        if (!given.isString()) {
            return given;
        }
        if (given.asString("").isEmpty()) {
            return arguments.path("");
        }
        JsonNode parsed = Json.parse(given.asString(""));
        if (parsed.isMissingNode()) {
            throw new ApiError(errorWhenBroken);
        }
        return parsed;
    }
}
