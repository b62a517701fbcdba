package dev.hallm.bot.platform.discord.fake;

import tools.jackson.databind.node.ObjectNode;

/** A role of the guild. */
public record DiscordRole(String id, String name, long permissions, int position) {

    public String mention() {
        return "<@&" + id + ">";
    }

    ObjectNode json() {
        ObjectNode role = Json.object().put("id", id).put("name", name).put("color", 0);
        role.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        role.putNull("description").putNull("icon").putNull("unicode_emoji");
        role.put("hoist", false).put("position", position).put("permissions", Long.toString(permissions));
        return role.put("managed", false).put("mentionable", false).put("flags", 0);
    }
}
