package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.ClockSkew;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether Discord is set up: token, guild, intents, channels and their permissions, roles, clock. */
@Component
class DiscordSelfCheck implements SelfCheck {
    private static final ClockSkew CLOCK = new ClockSkew("HB-D08", "HB-D09");

    /** Application flags: the privileged intent to list members, for verified bots and for small ones. */
    private static final long MEMBERS_INTENT = (1L << 14) | (1L << 15);

    private final DiscordSettings settings;
    private final Channels channels;
    private final DiscordProbe probe;
    private final Clock clock;

    DiscordSelfCheck(DiscordSettings settings, Channels channels, DiscordProbe probe, Clock clock) {
        this.settings = settings;
        this.channels = channels;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Discord";
    }

    @Override
    public List<Finding> findings() {
        if (settings.guild().isEmpty()) {
            return List.of(probe.hasToken() ? Finding.of("HB-D03") : Finding.fine("HB-D01"));
        }
        if (!probe.hasToken()) {
            return List.of(Finding.of("HB-D02"));
        }
        return probe.looksLikeBotToken()
                ? account(settings.guild().get())
                : List.of(Finding.of("HB-D04", "kind", probe.otherKind()));
    }

    private List<Finding> account(String guild) {
        DiscordProbe.Reply me = probe.get("users/@me");
        if (me.status() == 401) {
            return List.of(Finding.of("HB-D06"));
        }
        if (!me.ok()) {
            return List.of(Finding.of("HB-D05", "address", probe.address(), "status", status(me)));
        }
        String bot = me.body().path("id").asString("");
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine("HB-D06", "name", me.body().path("username").asString("")));
        findings.addAll(CLOCK.findings(me.headers(), clock));
        DiscordProbe.Reply application = probe.get("applications/@me");
        findings.addAll(intents(application));
        findings.addAll(guild(guild, bot, application));
        return findings;
    }

    private static String status(DiscordProbe.Reply reply) {
        return reply.status() == DiscordProbe.SILENT ? "no answer" : "status " + reply.status();
    }

    /** No privileged intent is needed; without one the members of roles cannot be counted. */
    private List<Finding> intents(DiscordProbe.Reply application) {
        if (settings.roles().isEmpty() || !application.ok()) {
            return List.of();
        }
        boolean members = (application.body().path("flags").asLong(0) & MEMBERS_INTENT) != 0;
        return List.of(members ? Finding.fine("HB-D10") : Finding.of("HB-D10"));
    }

    private List<Finding> guild(String id, String bot, DiscordProbe.Reply application) {
        DiscordProbe.Reply reply = probe.get("guilds/" + id);
        if (reply.silent()) {
            return List.of(Finding.of("HB-D05", "address", probe.address(), "status", status(reply)));
        }
        if (!reply.ok()) {
            return List.of(Finding.of("HB-D07", "guild", id, "invite", DiscordPermissions.invite(bot, id)));
        }
        var findings = new ArrayList<Finding>();
        String name = reply.body().path("name").asString(id);
        findings.add(Finding.fine("HB-D07", "guild", name));
        findings.addAll(commands(id, bot, application));
        findings.addAll(roles(reply.body().path("roles"), name));
        findings.addAll(new DiscordChannelFindings(channels, probe, reply.body(), bot).all());
        return findings;
    }

    /** Somebody who invited it without {@code applications.commands} let it in, but its commands stay out. */
    private List<Finding> commands(String guild, String bot, DiscordProbe.Reply application) {
        String id = application.body().path("id").asString(bot);
        DiscordProbe.Reply commands = probe.get("applications/" + id + "/guilds/" + guild + "/commands");
        if (commands.ok()) {
            return List.of(Finding.fine("HB-D11"));
        }
        return commands.status() == HttpURLConnection.HTTP_FORBIDDEN
                ? List.of(Finding.of("HB-D11", "invite", DiscordPermissions.invite(bot, guild)))
                : List.of();
    }

    private List<Finding> roles(JsonNode roles, String guild) {
        Set<String> known =
                roles.valueStream().map(role -> role.path("id").asString("")).collect(Collectors.toSet());
        List<Finding> unknown = settings.roles().stream()
                .sorted()
                .filter(role -> !known.contains(role))
                .map(role -> Finding.of("HB-D30", "role", role, "guild", guild))
                .toList();
        return unknown.isEmpty() && !settings.roles().isEmpty() ? List.of(Finding.fine("HB-D30")) : unknown;
    }
}
