package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A user group, which a paid workspace has. */
public record SlackUsergroup(String id, String handle, String name, boolean enabled, List<String> users) {
    public SlackUsergroup {
        users = List.copyOf(users);
    }

    ObjectNode json(String team, boolean withUsers) {
        ObjectNode group = Json.object();
        group.put("id", id).put("team_id", team).put("is_usergroup", true).put("is_subteam", true);
        group.put("name", name).put("handle", handle).put("description", "").put("is_external", false);
        group.put("date_create", 1).put("date_delete", enabled ? 0 : 2).put("user_count", users.size());
        if (withUsers) {
            var ids = group.putArray("users");
            users.forEach(ids::add);
        }
        return group;
    }
}
