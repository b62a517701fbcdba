package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the leader sees to once it is connected: its own name, what the application lacks, and the guild's commands, which
 * are uploaded only when they differ from those that Discord has: it takes 200 new ones a day.
 */
final class GuildSetup {
    private static final Logger LOG = LoggerFactory.getLogger(GuildSetup.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final long LONGEST_SECONDS = 20;
    private static final int MISSING_ACCESS = 50_001;

    /** Where a command may be used is nothing that Discord keeps for a guild's own commands. */
    private static final Set<String> GLOBAL_ONLY = Set.of("contexts", "integration_types", "dm_permission");

    /** The application's flags that grant the intent, by the verified and the small bot's way. */
    private static final long MEMBERS_INTENT = (1 << 14) | (1 << 15);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DiscordAccess access;
    private final DiscordRest rest;
    private final DiscordState state;
    private final Supplier<DiscordCommands> commands;

    GuildSetup(DiscordAccess access, DiscordRest rest, DiscordState state, Supplier<DiscordCommands> commands) {
        this.access = access;
        this.rest = rest;
        this.state = state;
        this.commands = commands;
    }

    /** Does it now, and later again what did not work. */
    void run(JDA jda) {
        state.is(new DiscordState.Bot(
                jda.getSelfUser().getId(), jda.getSelfUser().getName()));
        Guild guild = jda.getGuildById(access.guild());
        state.guildSeen(guild != null);
        if (guild == null) {
            LOG.error("the bot is not in the guild {} that bot-config names", access.guild());
            state.problem("the bot is not in the configured guild");
        } else {
            register(guild);
        }
        lookAtIntents();
    }

    private void lookAtIntents() {
        DiscordRest.Answer application = rest.application();
        if (application.ok()) {
            boolean members = (application.body().path("flags").asLong(0) & MEMBERS_INTENT) != 0;
            state.lacks(members ? Set.of() : Set.of("GUILD_MEMBERS"));
        }
    }

    private void register(Guild guild) {
        try {
            List<Command> there = guild.retrieveCommands(true)
                    .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .complete();
            List<SlashCommandData> ours = commands.get().data();
            if (differ(there, ours)) {
                guild.updateCommands()
                        .addCommands(ours)
                        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                        .complete();
                LOG.info("{} commands were registered", ours.size());
            }
            state.offersCommands();
        } catch (ErrorResponseException e) {
            failed(
                    guild,
                    e.getErrorCode() == MISSING_ACCESS
                            ? "the bot was invited without applications.commands"
                            : "commands could not be registered: " + e.getErrorCode());
        } catch (RuntimeException e) {
            LOG.debug("commands could not be registered", e);
            failed(guild, "commands could not be registered: " + e.getClass().getSimpleName());
        }
    }

    private void failed(Guild guild, String why) {
        LOG.warn("{}", why);
        state.problem(why);
        try {
            var _ = guild.getJDA()
                    .getGatewayPool()
                    .schedule(
                            () -> Thread.ofPlatform().daemon().start(() -> register(guild)),
                            AGAIN.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("the next leader will register the commands");
        }
    }

    private static boolean differ(List<Command> there, List<SlashCommandData> ours) {
        if (there.stream().anyMatch(command -> command.getType() != Command.Type.SLASH)) {
            return true;
        }
        Set<Object> theirs = there.stream()
                .map(SlashCommandData::fromCommand)
                .map(GuildSetup::comparable)
                .collect(Collectors.toSet());
        return !theirs.equals(ours.stream().map(GuildSetup::comparable).collect(Collectors.toSet()));
    }

    private static Object comparable(SlashCommandData command) {
        return comparable(JSON.readValue(command.toData().toJson(), Object.class));
    }

    /** The same for what means the same: nothing, false and empty are left out, numbers compare as they are written. */
    private static Object comparable(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, element) -> {
                    boolean meant = element != null && !GLOBAL_ONLY.contains(String.valueOf(key)) && !isEmpty(element);
                    if (meant) {
                        sorted.put(String.valueOf(key), comparable(element));
                    }
                });
                yield sorted;
            }
            case List<?> list -> list.stream().map(GuildSetup::comparable).toList();
            default -> value.toString();
        };
    }

    private static boolean isEmpty(Object value) {
        return Boolean.FALSE.equals(value)
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }
}
