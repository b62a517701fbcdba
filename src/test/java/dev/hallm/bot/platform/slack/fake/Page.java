package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** A page of a list, with the cursor of the next one. */
record Page<T>(List<T> items, String next) {
    private static final int LARGEST = 1_000;

    static <T> Page<T> of(List<T> all, ApiRequest request, int usual) {
        int limit = request.number("limit", usual);
        if (limit < 1 || limit > LARGEST) {
            throw new ApiError("invalid_limit");
        }
        int from = request.given("cursor").map(Page::start).orElse(0);
        int to = Math.min(all.size(), from + limit);
        String next = to < all.size() ? "fake-cursor-" + to : "";
        return new Page<>(all.subList(Math.min(from, to), to), next);
    }

    private static int start(String cursor) {
        try {
            return Integer.parseInt(cursor.replace("fake-cursor-", ""));
        } catch (NumberFormatException notOurs) {
            throw new ApiError("invalid_cursor");
        }
    }

    ObjectNode answer(String name, Function<T, ObjectNode> json) {
        ObjectNode answer = Json.object();
        var list = answer.putArray(name);
        items.forEach(item -> list.add(json.apply(item)));
        answer.put("has_more", !next.isEmpty());
        answer.putObject("response_metadata").put("next_cursor", next);
        return answer;
    }
}
