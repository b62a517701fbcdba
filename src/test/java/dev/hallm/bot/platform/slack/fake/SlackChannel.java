package dev.hallm.bot.platform.slack.fake;

import tools.jackson.databind.node.ObjectNode;

/** A channel or a direct message; the latter has the person as {@code user}. */
public record SlackChannel(
        String id, String name, boolean isPrivate, boolean botIsMember, boolean archived, String user) {
    boolean isDirect() {
        return !user.isEmpty();
    }

    SlackChannel withBot(boolean member) {
        return new SlackChannel(id, name, isPrivate, member, archived, user);
    }

    SlackChannel closed() {
        return new SlackChannel(id, name, isPrivate, botIsMember, true, user);
    }

    /** The name that deliveries give it. */
    String deliveredName() {
        if (isDirect()) {
            return "directmessage";
        }
        return isPrivate ? "privategroup" : name;
    }

    /** As conversations.info shows it. */
    ObjectNode json(String team) {
        ObjectNode channel = Json.object();
        channel.put("id", id).put("created", 1).put("is_archived", archived).put("context_team_id", team);
        channel.put("is_im", isDirect()).put("is_org_shared", false);
        if (isDirect()) {
            return channel.put("user", user).put("is_user_deleted", false);
        }
        channel.put("name", name).put("name_normalized", name);
        channel.put("is_channel", !isPrivate).put("is_group", isPrivate).put("is_mpim", false);
        channel.put("is_private", isPrivate).put("is_member", botIsMember).put("is_general", false);
        return channel;
    }
}
