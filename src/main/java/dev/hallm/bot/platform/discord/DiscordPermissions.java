package dev.hallm.bot.platform.discord;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import tools.jackson.databind.JsonNode;

/** What the bot may do in a channel, computed as Discord documents it: roles, then the channel's overwrites. */
final class DiscordPermissions {
    private static final Set<Permission> NEEDED = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    private final String guild;
    private final String bot;
    private final Set<String> roles;
    private final long base;

    /** @param roles the ids of the roles that the bot has */
    DiscordPermissions(JsonNode guild, String bot, Set<String> roles) {
        this.guild = guild.path("id").asString("");
        this.bot = bot;
        this.roles = roles;
        this.base = guild.path("roles")
                .valueStream()
                .filter(role -> covers(role.path("id").asString("")))
                .mapToLong(role -> bits(role, "permissions"))
                .reduce(0, (one, other) -> one | other);
    }

    /** The link by which somebody who manages the guild lets the bot in. */
    static String invite(String application, String guild) {
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot+applications.commands&permissions=" + Permission.getRaw(NEEDED) + "&guild_id=" + guild;
    }

    /** What is missing in a channel, in the words of Discord's settings. */
    String missingIn(JsonNode channel) {
        long granted = in(channel);
        return NEEDED.stream()
                .filter(needed -> (granted & needed.getRawValue()) == 0)
                .map(Permission::getName)
                .collect(Collectors.joining(", "));
    }

    private long in(JsonNode channel) {
        if ((base & Permission.ADMINISTRATOR.getRawValue()) != 0) {
            return -1L;
        }
        JsonNode overwrites = channel.path("permission_overwrites");
        long everyone = overwritten(base, overwrites, Set.of(guild));
        long byRoles = overwritten(everyone, overwrites, roles);
        return overwritten(byRoles, overwrites, Set.of(bot));
    }

    /** Denials of all that are meant go first, then what they allow. */
    private static long overwritten(long granted, JsonNode overwrites, Set<String> meant) {
        long denied = 0;
        long allowed = 0;
        for (JsonNode overwrite : overwrites) {
            if (meant.contains(overwrite.path("id").asString(""))) {
                denied |= bits(overwrite, "deny");
                allowed |= bits(overwrite, "allow");
            }
        }
        return (granted & ~denied) | allowed;
    }

    private boolean covers(String role) {
        return role.equals(guild) || roles.contains(role);
    }

    private static long bits(JsonNode node, String field) {
        return Long.parseUnsignedLong(node.path(field).asString("0"));
    }
}
