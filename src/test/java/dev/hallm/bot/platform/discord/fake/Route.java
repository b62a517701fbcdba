package dev.hallm.bot.platform.discord.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One operation of the API; the template is written as in Discord's own OpenAPI description. */
record Route(String method, String template, boolean needsToken, Function<Call, RestAnswer> handler) {

    static Route of(String methodAndTemplate, Function<Call, RestAnswer> handler) {
        return make(methodAndTemplate, true, handler);
    }

    /** A route whose path carries its own token. */
    static Route open(String methodAndTemplate, Function<Call, RestAnswer> handler) {
        return make(methodAndTemplate, false, handler);
    }

    private static Route make(String text, boolean needsToken, Function<Call, RestAnswer> handler) {
        String[] parts = text.split(" ", 2);
        return new Route(parts[0], parts[1], needsToken, handler);
    }

    Optional<Map<String, String>> match(String path) {
        List<String> wanted = List.of(template.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (name.startsWith("{")) {
                variables.put(name.substring(1, name.length() - 1), given.get(i));
            } else if (!name.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
