package dev.hallm.bot.settings;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of bot-config/bot.yaml: one record for each mapping, one component for each key. */
record BotConfig(
        @Key(value = "The platform that tenants live on.", fallback = "{}")
        Platform platform,

        @Key(value = "Where people talk to the bot.", fallback = "{}")
        Chat chat,

        @Key(value = "Who is who: by chat group or id, never by name or e-mail.", fallback = "{}")
        Roles roles,

        @Key(
                value = "What a request may ask for, by name; the first is the default.",
                fallback = DEFAULT_SIZES,
                form = Form.NAME)
        Map<String, Size> sizes,

        @Key(value = "Who must agree to a change.", fallback = "{}")
        Approvals approvals,

        @Key(value = "What owners get in with.", fallback = "{}")
        Credentials credentials,

        @Key(value = "What people cannot exceed.", fallback = "{}")
        Limits limits,

        @Key(value = "The GPU resource of the cluster.", fallback = "{}")
        Gpu gpu) {
    static final String DEFAULT_SIZES = """
            {standard: {cpu: 4..8, memory: 8Gi..16Gi, storage: 100Gi, gpu: 1, models: ["llama3:8b"]},
             small: {cpu: 1..2, memory: 4Gi..8Gi, storage: 50Gi, gpu: 0}}""";
    static final String DEFAULT_RESERVED_NAMES =
            "[admin, api, console, default, hallm, kube-node-lease, kube-public, kube-system, monitoring, system]";

    BotConfig {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    record Platform(
            @Key(
                    value = "Hosts are ha.<user>.<domain> and ollama.<user>.<domain>.",
                    fallback = "example.com",
                    form = Form.DNS_NAME)
            String domain,

            @Key(
                    value = "The chart of a tenant's stack: a folder, or an oci:// reference with a version.",
                    fallback = "manifests/ha-llm-stack")
            String chart,

            @Key(value = "Values for the chart, for every tenant.", fallback = "{}")
            Map<String, Object> values,

            @Key(value = "The API server as kubeconfigs of owners name it.", fallback = "{}")
            KubernetesApi kubernetesApi,

            @Key(value = "Zone of times where a reader's own is not known.", fallback = "UTC")
            ZoneId timeZone,

            @Key(value = "Whom people are told to ask.", fallback = "\"#ha-help\"")
            String support) {
        Platform {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    record KubernetesApi(
            @Key(
                    value = "Its address as owners reach it; empty for the one that the bot uses.",
                    fallback = "\"\"",
                    form = Form.OPTIONAL_HTTPS_URL)
            String server,

            @Key(
                    value = "PEM file of who signed its certificate; empty for the bot's own.",
                    fallback = "\"\"",
                    form = Form.OPTIONAL_FILE)
            String certificateAuthority) {}

    record Chat(
            @Key(value = "The root command, without slash.", fallback = "hallm", form = Form.COMMAND)
            String command,

            @Key(value = "The Slack workspace; without it there is no Slack.", fallback = Key.NONE) @Nullable
            Slack slack,

            @Key(value = "The Discord guild; without it there is no Discord.", fallback = Key.NONE) @Nullable
            Discord discord,

            @Key(value = "The web console, for development only.", fallback = "{}")
            Console console) {}

    record Slack(
            @Key(value = "Id of the workspace.", form = Form.SLACK_WORKSPACE)
            String workspace,

            @Key("Ids of the channels that the bot writes to.")
            SlackChannels channels) {}

    record SlackChannels(
            @Key(value = "Requests to decide.", form = Form.SLACK_CHANNEL)
            String approvals,

            @Key(value = "What the bot does, and what went wrong.", form = Form.SLACK_CHANNEL)
            String operations,

            @Key(value = "News for everyone.", form = Form.SLACK_CHANNEL)
            String announcements) {}

    record Discord(
            @Key(value = "Id of the guild (server).", form = Form.DISCORD_ID)
            String guild,

            @Key("Ids of the channels that the bot writes to.")
            DiscordChannels channels) {}

    record DiscordChannels(
            @Key(value = "Requests to decide.", form = Form.DISCORD_ID)
            String approvals,

            @Key(value = "What the bot does, and what went wrong.", form = Form.DISCORD_ID)
            String operations,

            @Key(value = "News for everyone.", form = Form.DISCORD_ID)
            String announcements) {}

    record Console(
            @Key(
                    value = "Who can be played in the console; with nobody there is no console.",
                    fallback = "[]",
                    form = Form.CONSOLE_PERSON)
            List<String> people) {
        Console {
            people = List.copyOf(people);
        }
    }

    record Roles(
            @Key(value = "Runs every command.", fallback = "{}")
            RoleGrant admin,

            @Key(value = "Decides requests.", fallback = "{}")
            RoleGrant approver,

            @Key(value = "Reads the audit log.", fallback = "{}")
            RoleGrant auditor,

            @Key(value = "Owns tenants.", fallback = "{}") RoleGrant user) {
        RoleGrant of(Role role) {
            return switch (role) {
                case ADMIN -> admin;
                case APPROVER -> approver;
                case AUDITOR -> auditor;
                case USER -> user;
            };
        }
    }

    record RoleGrant(
            @Key(value = "Who holds it on Slack.", fallback = Key.NONE) @Nullable
            SlackGrant slack,

            @Key(value = "Who holds it on Discord.", fallback = Key.NONE) @Nullable
            DiscordGrant discord,

            @Key(value = "Who holds it in the console.", fallback = "[]", form = Form.CONSOLE_PERSON)
            List<String> console) {
        RoleGrant {
            console = List.copyOf(console);
        }
    }

    record SlackGrant(
            @Key(value = "Ids of user groups (paid plans only).", fallback = "[]", form = Form.SLACK_GROUP)
            List<String> userGroups,

            @Key(value = "Ids of users.", fallback = "[]", form = Form.SLACK_USER)
            List<String> users,

            @Key(value = "Every full member of the workspace; never a guest.", fallback = "false")
            boolean members) {
        SlackGrant {
            userGroups = List.copyOf(userGroups);
            users = List.copyOf(users);
        }
    }

    record DiscordGrant(
            @Key(value = "Ids of Discord roles.", fallback = "[]", form = Form.DISCORD_ID)
            List<String> roles,

            @Key(value = "Ids of users.", fallback = "[]", form = Form.DISCORD_ID)
            List<String> users,

            @Key(value = "Every member of the guild.", fallback = "false")
            boolean members) {
        DiscordGrant {
            roles = List.copyOf(roles);
            users = List.copyOf(users);
        }
    }

    record Size(
            @Key(value = "Cores: request..limit.", form = Form.CPU)
            Range cpu,

            @Key(value = "Memory: request..limit.", form = Form.BYTES)
            Range memory,

            @Key(value = "All volumes together.", form = Form.BYTES)
            Quantity storage,

            @Key(value = "Whole GPUs, or slices where the GPU resource is one.", fallback = "0", max = 64)
            int gpu,

            @Key(value = "Ollama models it comes with.", fallback = "[]")
            List<String> models,

            @Key(value = "Chart values of this size alone, above platform.values.", fallback = "{}")
            Map<String, Object> values) {
        Size {
            models = List.copyOf(models);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    record Approvals(
            @Key(value = "What a change needs when no rule fits.", name = "default", fallback = "{}")
            ApprovalDefault standard,

            @Key(value = "Rules for some changes; the first that fits decides.", fallback = "[]")
            List<ApprovalRule> rules) {
        Approvals {
            rules = List.copyOf(rules);
        }
    }

    record ApprovalDefault(
            @Key(value = "Votes needed; 0 runs it at once.", fallback = "1", max = 20)
            int count,

            @Key(value = "The role whose holders vote.", fallback = "approver")
            Role from,

            @Key(value = "Whether the requester has to say why.", fallback = "optional", form = Form.NEED)
            String reason,

            @Key(value = "How long a request stays open.", fallback = "8h")
            Duration expires,

            @Key(value = "When voters are reminded, counted from the request.", fallback = "[1h, 4h]")
            List<Duration> remindAfter,

            @Key(value = "Whether a vote from another platform needs linked accounts.", fallback = "true")
            boolean requireLinked) {
        ApprovalDefault {
            remindAfter = List.copyOf(remindAfter);
        }
    }

    record ApprovalRule(
            @Key(value = "How answers and the log call it.", form = Form.NAME)
            String name,

            @Key(value = "A condition in CEL; bot-config/README.md lists what it may look at.", form = Form.CONDITION)
            String when,

            @Key(value = "Votes needed; 0 runs it at once. Else as in the default.", fallback = Key.NONE, max = 20)
            @Nullable
            Integer count,

            @Key(value = "The role whose holders vote. Else as in the default.", fallback = Key.NONE) @Nullable
            Role from,

            @Key(
                    value = "Whether the requester has to say why. Else as in the default.",
                    fallback = Key.NONE,
                    form = Form.NEED)
            @Nullable
            String reason,

            @Key(value = "How long a request stays open. Else as in the default.", fallback = Key.NONE) @Nullable
            Duration expires,

            @Key(value = "When voters are reminded. Else as in the default.", fallback = Key.NONE) @Nullable
            List<Duration> remindAfter) {}

    record Credentials(
            @Key(value = "How long a kubeconfig is good for, 10m at least.", fallback = "8h")
            Duration kubeconfig,

            @Key(value = "How long after the welcome Home Assistant's first password can be shown.", fallback = "24h")
            Duration firstLogin) {}

    record Limits(
            @Key(value = "Tenants that one person may own.", fallback = "1", min = 1, max = 1000)
            int tenantsPerOwner,

            @Key(value = "Names that no tenant may have.", fallback = DEFAULT_RESERVED_NAMES, form = Form.TENANT)
            List<String> reservedNames) {
        Limits {
            reservedNames = List.copyOf(reservedNames);
        }
    }

    record Gpu(
            @Key(value = "The resource that sizes count.", fallback = "nvidia.com/gpu", form = Form.RESOURCE)
            String resource,

            @Key(
                    value = "Runtime class of GPU pods; empty for the cluster's default.",
                    fallback = "\"\"",
                    form = Form.OPTIONAL_NAME)
            String runtimeClass) {}
}
