package dev.hallm.bot.platform.discord.fake;

import tools.jackson.databind.node.ObjectNode;

/** The part of an interaction that does not depend on its type. */
final class InteractionJson {
    private InteractionJson() {}

    static ObjectNode of(World world, DiscordPerson person, DiscordChannel channel, int type) {
        String id = world.nextId();
        ObjectNode json =
                Json.object().put("id", id).put("application_id", world.app().id());
        json.put("type", type).put("token", "interaction-token-" + id).put("version", 1);
        json.put("channel_id", channel.id());
        json.set("channel", channel(channel, person));
        json.put("locale", person.locale());
        json.put("app_permissions", Long.toString(channel.appPermissions()));
        json.putArray("entitlements");
        json.putArray("entitlement_sku_ids");
        json.put("attachment_size_limit", 10 * 1024 * 1024);
        json.put("context", channel.isDirect() ? 1 : 0);
        ObjectNode owners = json.putObject("authorizing_integration_owners");
        owners.put("0", channel.isDirect() ? "0" : world.guild().id());
        if (channel.isDirect()) {
            json.set("user", person.user());
        } else {
            guild(json, world, person);
        }
        return json;
    }

    private static void guild(ObjectNode json, World world, DiscordPerson person) {
        String guild = world.guild().id();
        json.put("guild_id", guild).put("guild_locale", "en-US");
        json.putObject("guild").put("id", guild).put("locale", "en-US").putArray("features");
        ObjectNode member = UserJson.member(person);
        json.set("member", member.put("permissions", Long.toString(person.permissions())));
    }

    private static ObjectNode channel(DiscordChannel channel, DiscordPerson person) {
        ObjectNode json = channel.json();
        return channel.isDirect() ? json : json.put("permissions", Long.toString(person.permissions()));
    }
}
