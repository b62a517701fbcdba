package dev.hallm.bot.platform.discord.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks through trees of components. */
final class Components {
    static final int ACTION_ROW = 1;
    static final int BUTTON = 2;
    static final int STRING_SELECT = 3;
    static final int TEXT_INPUT = 4;
    static final int SECTION = 9;
    static final int TEXT_DISPLAY = 10;
    static final int LABEL = 18;

    private Components() {}

    /** All components of a list with their path, nested ones after their parent. */
    static void walk(JsonNode list, String path, BiConsumer<String, JsonNode> visit) {
        for (int i = 0; i < list.size(); i++) {
            one(list.path(i), path + "." + i, visit);
        }
    }

    private static void one(JsonNode component, String path, BiConsumer<String, JsonNode> visit) {
        visit.accept(path, component);
        walk(component.path("components"), path + ".components", visit);
        for (String single : List.of("accessory", "component")) {
            if (Json.has(component, single)) {
                one(component.path(single), path + "." + single, visit);
            }
        }
    }

    static List<JsonNode> all(JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        walk(list, "", (path, component) -> all.add(component));
        return all;
    }

    static Stream<JsonNode> ofType(JsonNode list, int type) {
        return all(list).stream().filter(component -> type(component) == type);
    }

    static int type(JsonNode component) {
        return component.path("type").asInt(0);
    }

    /** Gives each component without an id the next free one, as Discord does. */
    static void number(JsonNode list) {
        Set<Integer> taken = new HashSet<>();
        all(list).forEach(component -> taken.add(component.path("id").asInt(0)));
        int[] next = {1};
        for (JsonNode component : all(list)) {
            if (component.path("id").asInt(0) == 0) {
                while (!taken.add(next[0])) {
                    next[0]++;
                }
                ((ObjectNode) component).put("id", next[0]);
            }
        }
    }
}
