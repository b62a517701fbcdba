package dev.hallm.bot.platform.slack.fake;

import tools.jackson.databind.node.ObjectNode;

/** A person, guest, stranger of another workspace, or bot. */
public record SlackUser(
        String id, String teamId, String name, String displayName, Kind kind, boolean deleted, String directMessages) {
    /** What somebody is to the workspace. */
    public enum Kind {
        MEMBER,
        MULTI_CHANNEL_GUEST,
        SINGLE_CHANNEL_GUEST,
        STRANGER,
        BOT
    }

    /** Nothing stops a direct message. */
    static final String OPEN = "";

    SlackUser as(Kind other) {
        return new SlackUser(id, teamId, name, displayName, other, deleted, directMessages);
    }

    SlackUser of(String team) {
        return new SlackUser(id, team, name, displayName, kind, deleted, directMessages);
    }

    SlackUser deactivated() {
        return new SlackUser(id, teamId, name, displayName, kind, true, directMessages);
    }

    SlackUser refusing(String error) {
        return new SlackUser(id, teamId, name, displayName, kind, deleted, error);
    }

    /** As users.info shows it. */
    ObjectNode json() {
        ObjectNode user = Json.object();
        user.put("id", id).put("team_id", teamId).put("name", name).put("deleted", deleted);
        user.put("real_name", displayName).put("tz", "Etc/UTC").put("tz_offset", 0);
        ObjectNode profile = user.putObject("profile");
        profile.put("real_name", displayName).put("real_name_normalized", displayName);
        profile.put("display_name", displayName).put("display_name_normalized", displayName);
        profile.put("team", teamId);
        user.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
        user.put("is_restricted", kind == Kind.MULTI_CHANNEL_GUEST || kind == Kind.SINGLE_CHANNEL_GUEST);
        user.put("is_ultra_restricted", kind == Kind.SINGLE_CHANNEL_GUEST);
        user.put("is_bot", kind == Kind.BOT).put("is_app_user", false).put("updated", 1);
        if (kind == Kind.STRANGER) {
            user.put("is_stranger", true);
        }
        return user;
    }
}
