package dev.hallm.bot.platform.slack.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Home views by person and the modals each has open, the topmost last. */
final class Views {
    private static final int DEEPEST = 3;

    private final Workspace workspace;
    private final Map<String, SlackView> homes = new HashMap<>();
    private final Map<String, List<SlackView>> modals = new HashMap<>();

    Views(Workspace workspace) {
        this.workspace = workspace;
    }

    synchronized Optional<SlackView> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    synchronized List<SlackView> modals(String user) {
        return List.copyOf(modals.getOrDefault(user, List.of()));
    }

    synchronized Optional<SlackView> find(String id, String externalId) {
        return Stream.concat(homes.values().stream(), modals.values().stream().flatMap(List::stream))
                .filter(view -> view.id().equals(id)
                        || (!externalId.isEmpty()
                                && Json.text(view.json(), "external_id").equals(externalId)))
                .findFirst();
    }

    synchronized SlackView open(String user, JsonNode given) {
        SlackView view = made(user, workspace.stamps().id("V"), given, "");
        modals.put(user, new ArrayList<>(List.of(view)));
        return view;
    }

    synchronized SlackView push(String user, JsonNode given) {
        List<SlackView> stack = modals.computeIfAbsent(user, key -> new ArrayList<>());
        if (stack.size() >= DEEPEST) {
            throw new ApiError("push_limit_reached");
        }
        String below = stack.isEmpty() ? "" : stack.getLast().id();
        SlackView view = made(user, workspace.stamps().id("V"), given, below);
        if (!stack.isEmpty()) {
            view.json().put("root_view_id", stack.getFirst().id());
        }
        stack.add(view);
        return view;
    }

    synchronized SlackView update(SlackView old, JsonNode given) {
        SlackView view = made(old.user(), old.id(), given, Json.text(old.json(), "previous_view_id"));
        view.json().put("root_view_id", Json.text(old.json(), "root_view_id"));
        if (old.isHome()) {
            homes.put(old.user(), view);
        } else {
            modals.getOrDefault(old.user(), new ArrayList<>())
                    .replaceAll(open -> open.id().equals(old.id()) ? view : open);
        }
        return view;
    }

    synchronized SlackView publish(String user, JsonNode given) {
        String id =
                home(user).map(SlackView::id).orElseGet(() -> workspace.stamps().id("V"));
        SlackView view = made(user, id, given, "");
        homes.put(user, view);
        return view;
    }

    synchronized void close(String user, String id) {
        modals.getOrDefault(user, new ArrayList<>()).removeIf(view -> view.id().equals(id));
    }

    synchronized void closeAll(String user) {
        modals.remove(user);
    }

    private SlackView made(String user, String id, JsonNode given, String previous) {
        ObjectNode view = (ObjectNode) given.deepCopy();
        view.put("id", id)
                .put("team_id", workspace.teamId())
                .put("hash", workspace.stamps().next());
        view.put("app_id", workspace.appId()).put("bot_id", workspace.botId());
        view.put("app_installed_team_id", workspace.teamId()).put("root_view_id", id);
        for (String text : List.of("private_metadata", "callback_id", "external_id")) {
            view.put(text, Json.text(view, text));
        }
        for (String flag : List.of("clear_on_close", "notify_on_close")) {
            view.put(flag, view.path(flag).asBoolean(false));
        }
        if (previous.isEmpty()) {
            view.putNull("previous_view_id");
        } else {
            view.put("previous_view_id", previous);
        }
        view.putObject("state").putObject("values");
        view.set("blocks", workspace.stored(view.path("blocks")));
        return new SlackView(id, user, view);
    }
}
