package dev.hallm.bot.platform.discord;

import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.command.Dispatcher;
import java.time.Clock;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockProvider;
import okhttp3.OkHttpClient;
import org.springframework.util.function.SingletonSupplier;

/** All that one configured guild needs, put together. */
record DiscordLink(Gateway gateway, DiscordPlatform platform, DiscordDirectory directory) {

    /** @param dispatcher asked only once connected, since the core itself needs the platform */
    static DiscordLink of(
            DiscordAccess access,
            DiscordState state,
            DiscordRenderer renderer,
            Leaders leaders,
            Supplier<Dispatcher> dispatcher,
            Acknowledgements acknowledgements,
            Clock clock) {
        OkHttpClient http = DiscordRest.client();
        DiscordRest rest = new DiscordRest(http, access);
        MembersSeen seen = new MembersSeen(clock);
        Unanswered unanswered = new Unanswered(acknowledgements);
        Supplier<DiscordCommands> commands =
                SingletonSupplier.of(() -> DiscordCommands.of(dispatcher.get().commands()));
        GuildSetup setup = new GuildSetup(access, rest, state, commands);
        Supplier<GatewaySession> sessions = () -> new GatewaySession(
                new GatewayConnector(access, rest, http),
                state,
                interactions(access, dispatcher.get(), commands, renderer, rest, seen, unanswered, clock),
                setup::run);
        Gateway gateway = new Gateway(state, leaders::leadership, sessions);
        SentBefore before = new SentBefore();
        Posts posts = new Posts(before);
        return new DiscordLink(
                gateway,
                new DiscordPlatform(
                        gateway,
                        renderer,
                        posts,
                        new Replies(posts, before, clock, unanswered),
                        new Whispers(rest, clock, unanswered)),
                new DiscordDirectory(access, rest, seen));
    }

    private static Interactions interactions(
            DiscordAccess access,
            Dispatcher dispatcher,
            Supplier<DiscordCommands> commands,
            DiscordRenderer renderer,
            DiscordRest rest,
            MembersSeen seen,
            Unanswered unanswered,
            Clock clock) {
        return new Interactions(
                access,
                commands,
                new FirstResponses(dispatcher, renderer, rest, unanswered),
                new Completions(dispatcher),
                seen,
                clock);
    }

    /** How leadership is decided among replicas. */
    record Leaders(LockProvider locks, LeaderSettings settings) {
        Leadership leadership(Leadership.Follower follower) {
            return new Leadership(locks, settings, System::nanoTime, follower);
        }
    }
}
