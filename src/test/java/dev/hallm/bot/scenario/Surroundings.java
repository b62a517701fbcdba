package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Effects;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.DiscordRole;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.slack.fake.FakeSlack;
import dev.hallm.bot.platform.slack.fake.SlackUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the bot talks to: a Slack, a Discord and a cluster with the same people in each place, and the bot.yaml that
 * names them. There are an admin (ana), approvers (bo, dee), a user (cy), a member without a role (eve) and a guest
 * (gus), who on Discord has no role either.
 */
public final class Surroundings implements AutoCloseable {

    private final Effects effects = new Effects();
    private final InMemoryKube kube = InMemoryKube.start(effects);
    private final FakeSlack slack = FakeSlack.start(Clock.systemUTC(), effects);
    private final FakeDiscord discord = FakeDiscord.start(Clock.systemUTC(), effects);
    private final Map<String, DiscordPerson> onDiscord = new HashMap<>();
    private final Map<Stage.Place.Kind, DiscordChannel> discordChannels = new EnumMap<>(Stage.Place.Kind.class);
    private final Path config;

    public Surroundings() {
        SampleCluster.fill(kube);
        fillSlack();
        config = write(fillDiscord());
    }

    private void fillSlack() {
        var workspace = slack.workspace();
        Lab.PEOPLE.forEach((id, name) -> workspace.member(slackId(id), name));
        workspace.person(slackId("gus"), "Gus", SlackUser.Kind.MULTI_CHANNEL_GUEST);
        List.of("approvals", "operations", "announcements")
                .forEach(name -> workspace.channel("C0" + name.toUpperCase(java.util.Locale.ROOT), name));
        workspace.usergroup("S0APPROVERS", "approvers", "Approvers", slackId("bo"), slackId("dee"));
    }

    /** Ids of the roles of an admin, an approver and a user. */
    private List<String> fillDiscord() {
        DiscordRole admin = discord.guild().role("admin");
        DiscordRole approver = discord.guild().role("approver");
        DiscordRole user = discord.guild().role("user");
        Map<String, DiscordRole[]> roles = Map.of(
                "ana", new DiscordRole[] {admin, user},
                "bo", new DiscordRole[] {approver, user},
                "cy", new DiscordRole[] {user},
                "dee", new DiscordRole[] {approver, user},
                "eve", new DiscordRole[0],
                "gus", new DiscordRole[0]);
        roles.forEach((id, theirs) ->
                onDiscord.put(id, discord.person(id, theirs).named(Lab.PEOPLE.getOrDefault(id, "Gus"))));
        for (Stage.Place.Kind kind :
                List.of(Stage.Place.Kind.APPROVALS, Stage.Place.Kind.OPERATIONS, Stage.Place.Kind.ANNOUNCEMENTS)) {
            discordChannels.put(kind, discord.channel(kind.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return List.of(admin.id(), approver.id(), user.id());
    }

    private Path write(List<String> roles) {
        try {
            return Files.writeString(Files.createTempFile("bot", ".yaml"), """
            platform:
              domain: example.com
              chart: %s
              values: { ingress: { clusterIssuer: letsencrypt } }
              support: "#ha-help"
            chat:
              slack:
                workspace: "%s"
                channels: { approvals: "C0APPROVALS", operations: "C0OPERATIONS", announcements: "C0ANNOUNCEMENTS" }
              discord:
                guild: "%s"
                channels: { approvals: "%s", operations: "%s", announcements: "%s" }
              console: { people: [ana, bo, cy, dee, eve, guest] }
            roles:
              admin:
                slack: { users: ["U0ANA"] }
                discord: { roles: ["%s"] }
                console: [ana]
              approver:
                slack: { user-groups: ["S0APPROVERS"] }
                discord: { roles: ["%s"] }
                console: [bo, dee]
              user:
                slack: { users: ["U0ANA", "U0BO", "U0CY", "U0DEE"] }
                discord: { roles: ["%s"] }
                console: [ana, bo, cy, dee]
            sizes:
              small:    { cpu: 500m..1, memory: 1Gi..2Gi, storage: 10Gi, gpu: 0 }
              standard: { cpu: 4..8, memory: 8Gi..16Gi, storage: 100Gi, gpu: 1 }
              broken:
                cpu: 500m..1
                memory: 1Gi..2Gi
                storage: 10Gi
                values: { homeAssistant: { image: { tag: never-pulls } } }
              shaky:
                cpu: 500m..1
                memory: 1Gi..2Gi
                storage: 10Gi
                values: { homeAssistant: { image: { tag: pulls-later } } }
            limits: { tenants-per-owner: 20 }
            approvals:
              default: { count: 1, from: approver, expires: 8h }
              rules:
                - { name: keys, when: 'operation.kind == "rotate-credentials" && tenant.name.endsWith("-keyed")' }
            """.formatted(
                            Path.of("manifests/ha-llm-stack").toAbsolutePath(),
                            slack.workspace().teamId(),
                            discord.guild().id(),
                            discordChannel(Stage.Place.Kind.APPROVALS).id(),
                            discordChannel(Stage.Place.Kind.OPERATIONS).id(),
                            discordChannel(Stage.Place.Kind.ANNOUNCEMENTS).id(),
                            roles.get(0),
                            roles.get(1),
                            roles.get(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String slackId(String who) {
        return "U0" + who.toUpperCase(java.util.Locale.ROOT);
    }

    /** What the bot does to all of them. */
    public Effects effects() {
        return effects;
    }

    public InMemoryKube kube() {
        return kube;
    }

    public FakeSlack slack() {
        return slack;
    }

    public FakeDiscord discord() {
        return discord;
    }

    public DiscordPerson discordPerson(String who) {
        return Objects.requireNonNull(onDiscord.get(who));
    }

    public DiscordChannel discordChannel(Stage.Place.Kind kind) {
        return Objects.requireNonNull(discordChannels.get(kind));
    }

    /** The bot.yaml. */
    public Path config() {
        return config;
    }

    /** Waits until the bot has told Discord its commands, which it does after it has connected. */
    public void awaitDiscordCommands() {
        await("the bot's commands on Discord")
                .atMost(Duration.ofSeconds(30))
                .until(() -> discord.commands().find("user").isPresent());
    }

    /** The environment that connects a bot to both. */
    public Map<String, String> environment() {
        return Map.of(
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_SIGNING_SECRET", slack.signingSecret(),
                "SLACK_API_URL", slack.apiUrl(),
                "DISCORD_TOKEN", discord.token(),
                "DISCORD_API_URL", discord.apiUrl());
    }

    @Override
    public void close() {
        effects.releaseAll();
        discord.close();
        slack.close();
        kube.close();
    }
}
