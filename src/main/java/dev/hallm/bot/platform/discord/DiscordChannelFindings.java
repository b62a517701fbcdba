package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether the bot can post to each of its Discord channels. */
final class DiscordChannelFindings {
    private final Channels channels;
    private final DiscordProbe probe;
    private final JsonNode guild;
    private final String bot;

    DiscordChannelFindings(Channels channels, DiscordProbe probe, JsonNode guild, String bot) {
        this.channels = channels;
        this.probe = probe;
        this.guild = guild;
        this.bot = bot;
    }

    List<Finding> all() {
        String path = "guilds/" + guild.path("id").asString("");
        DiscordProbe.Reply listed = probe.get(path + "/channels");
        DiscordProbe.Reply member = probe.get(path + "/members/" + bot);
        if (!listed.ok() || !member.ok()) {
            return List.of(Finding.of("HB-D22"));
        }
        Set<String> roles = member.body()
                .path("roles")
                .valueStream()
                .map(role -> role.asString(""))
                .collect(Collectors.toSet());
        var permissions = new DiscordPermissions(guild, bot, roles);
        Map<String, JsonNode> byId = listed.body()
                .valueStream()
                .collect(Collectors.toMap(channel -> channel.path("id").asString(""), Function.identity()));
        var findings = new ArrayList<Finding>();
        for (Purpose purpose : Purpose.values()) {
            channels.of(purpose).stream()
                    .filter(channel -> channel.platform().equals(DiscordSettings.PLATFORM))
                    .map(channel -> of(purpose, channel, byId.get(channel.id()), permissions))
                    .forEach(findings::add);
        }
        return findings;
    }

    private Finding of(
            Purpose purpose, Destination.Channel channel, @Nullable JsonNode found, DiscordPermissions permissions) {
        String word = purpose.name().toLowerCase(Locale.ROOT);
        if (found == null) {
            return Finding.of("HB-D20", "purpose", word, "channel", channel.id());
        }
        String name = found.path("name").asString(channel.id());
        String missing = permissions.missingIn(found);
        return missing.isEmpty()
                ? Finding.fine("HB-D21", "purpose", word, "channel", name)
                : Finding.of("HB-D21", "purpose", word, "channel", name, "missing", missing);
    }
}
