package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One term of leadership: keeps a JDA connected until it is closed. JDA itself reconnects and resumes; what it gives up
 * on is tried afresh, slowly where trying fast would do harm.
 */
final class GatewaySession {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySession.class);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;
    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int FIRST_OF_CONFIGURATION = 4010;
    private static final int DISALLOWED_INTENTS = 4014;

    private final GatewayConnector connector;
    private final DiscordState state;
    private final EventListener interactions;
    private final Consumer<JDA> onReady;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable JDA current;
    private volatile @Nullable JDA ready;

    GatewaySession(GatewayConnector connector, DiscordState state, EventListener interactions, Consumer<JDA> onReady) {
        this.connector = connector;
        this.state = state;
        this.interactions = interactions;
        this.onReady = onReady;
    }

    void start() {
        Thread.ofPlatform().daemon().name("discord-connect").start(this::keepConnected);
    }

    /** Ends it at once, without waiting for what is being sent. */
    void close() {
        closed.countDown();
        ready = null;
        shutDown(current);
    }

    /** The JDA once it was connected, also while it reconnects: its calls need no gateway. */
    Optional<JDA> ready() {
        return Optional.ofNullable(ready);
    }

    private void keepConnected() {
        int failures = 0;
        while (!isClosed()) {
            Connection connection = new Connection();
            Duration pause = attempt(connection, failures);
            failures = connection.wasReady ? 0 : failures + 1;
            if (pause(pause)) {
                return;
            }
        }
    }

    private Duration attempt(Connection connection, int failures) {
        return switch (connector.connect(connection)) {
            case GatewayTry.Begun(JDA jda) -> stay(jda, connection, failures);
            case GatewayTry.Refused(String why) -> {
                LOG.error("{}; it is tried again every minute", why);
                state.refused(why);
                yield AFTER_REFUSAL;
            }
            case GatewayTry.Failed(String why, Duration wait) -> {
                LOG.warn("not connected to Discord: {}", why);
                state.problem(why);
                yield longer(wait, failures);
            }
        };
    }

    private Duration stay(JDA jda, Connection connection, int failures) {
        current = jda;
        if (isClosed()) {
            shutDown(jda);
        }
        int code = connection.ended.join();
        ready = null;
        state.connected(false);
        if (isClosed()) {
            return Duration.ZERO;
        }
        return afterClose(code, connection.wasReady ? 0 : failures);
    }

    private Duration afterClose(int code, int failures) {
        if (code == AUTHENTICATION_FAILED) {
            LOG.error("Discord's gateway refuses the token; it is tried again every minute");
            state.refused("Discord's gateway refuses the token");
            return AFTER_REFUSAL;
        }
        String why = code == DISALLOWED_INTENTS
                ? "Discord's gateway refuses intents that the application was not given"
                : "Discord's gateway ended the connection: " + code;
        LOG.error("{}", why);
        state.problem(why);
        boolean configuration = code >= FIRST_OF_CONFIGURATION && code <= DISALLOWED_INTENTS;
        return configuration ? AFTER_REFUSAL : longer(Duration.ofSeconds(1), failures);
    }

    private static Duration longer(Duration wait, int failures) {
        Duration doubled = wait.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 && wait.compareTo(LONGEST) <= 0 ? LONGEST : doubled;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean pause(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void shutDown(@Nullable JDA jda) {
        if (jda != null) {
            jda.shutdownNow();
        }
    }

    /** What one JDA says about itself. */
    private final class Connection implements EventListener {
        final CompletableFuture<Integer> ended = new CompletableFuture<>();
        volatile boolean wasReady;

        @Override
        public void onEvent(GenericEvent event) {
            switch (event) {
                case ReadyEvent up -> ready(up.getJDA());
                case StatusChangeEvent change
                when !isClosed() -> state.connected(change.getNewStatus() == JDA.Status.CONNECTED);
                case ShutdownEvent down -> ended.complete(down.getCode());
                case GuildJoinEvent joined -> lookAround(joined.getJDA());
                case GuildLeaveEvent left -> lookAround(left.getJDA());
                default -> whileOpen(event);
            }
        }

        private void whileOpen(GenericEvent event) {
            if (!isClosed()) {
                interactions.onEvent(event);
            }
        }

        private void ready(JDA jda) {
            wasReady = true;
            if (!isClosed()) {
                state.begins();
                ready = jda;
                lookAround(jda);
            }
        }

        private void lookAround(JDA jda) {
            Thread.ofPlatform().daemon().name("discord-setup").start(() -> onReady.accept(jda));
        }
    }
}
