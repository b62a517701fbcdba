package dev.hallm.bot.platform.discord.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People and bots as Discord writes them. */
final class UserJson {
    private UserJson() {}

    static ObjectNode user(String id, String username, @Nullable String globalName, boolean bot) {
        ObjectNode user = Json.object().put("id", id).put("username", username);
        user.put("discriminator", bot ? "0000" : "0")
                .put("global_name", globalName)
                .putNull("avatar");
        user.put("public_flags", 0).put("flags", 0).putNull("primary_guild").putNull("banner");
        user.putNull("accent_color").putNull("avatar_decoration_data").putNull("collectibles");
        return bot ? user.put("bot", true) : user;
    }

    static ObjectNode ownUser(FakeApp app) {
        ObjectNode user = app.bot().put("mfa_enabled", false).put("verified", true);
        return user.put("locale", "en-US").putNull("email");
    }

    static ObjectNode member(DiscordPerson person) {
        ObjectNode member = memberWithoutUser(person);
        member.set("user", person.user());
        return member;
    }

    static ObjectNode memberWithoutUser(DiscordPerson person) {
        ObjectNode member = Json.object().put("nick", person.nick().orElse(null));
        ArrayNode roles = member.putArray("roles");
        person.roles().forEach(role -> roles.add(role.id()));
        return complete(member);
    }

    static ObjectNode botMember(FakeApp app) {
        ObjectNode member = Json.object().putNull("nick");
        member.putArray("roles");
        member.set("user", app.bot());
        return complete(member);
    }

    private static ObjectNode complete(ObjectNode member) {
        member.put("joined_at", "2026-01-01T00:00:00.000000+00:00").putNull("premium_since");
        member.putNull("avatar").putNull("banner").putNull("communication_disabled_until");
        return member.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
    }
}
