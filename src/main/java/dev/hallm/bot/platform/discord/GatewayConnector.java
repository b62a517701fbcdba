package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Makes one JDA, with a session controller of its own: neither survives a lost leadership. */
final class GatewayConnector {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayConnector.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int UNAUTHORIZED = 401;
    private static final int IDLE_CONNECTIONS = 32;

    /** Never shut down: a JDA that ends still learns what became of its last requests. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("discord-rest-", 0).factory());

    private final DiscordAccess access;
    private final DiscordRest rest;
    private final OkHttpClient http;

    GatewayConnector(DiscordAccess access, DiscordRest rest, OkHttpClient http) {
        this.access = access;
        this.rest = rest;
        this.http = http;
    }

    /** Asks where the gateway is and begins to connect; {@code listener} hears how it goes on. */
    GatewayTry connect(Object listener) {
        DiscordRest.Answer gateway = rest.gateway();
        if (gateway.status() == UNAUTHORIZED) {
            return new GatewayTry.Refused("Discord refuses the token");
        }
        String url = gateway.body().path("url").asString("");
        if (!gateway.ok() || url.isEmpty()) {
            return new GatewayTry.Failed("Discord does not say where its gateway is: " + gateway.status(), SOON);
        }
        JsonNode limit = gateway.body().path("session_start_limit");
        if (limit.path("remaining").asInt(1) <= 0) {
            Duration pause = Duration.ofMillis(limit.path("reset_after").asLong(0));
            return new GatewayTry.Failed("too many sessions were started today", shorter(pause));
        }
        return build(url, listener);
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }

    private GatewayTry build(String url, Object listener) {
        try {
            return new GatewayTry.Begun(builder(url).addEventListeners(listener).build());
        } catch (InvalidTokenException _) {
            return new GatewayTry.Refused("Discord refuses the token");
        } catch (RuntimeException e) {
            LOG.debug("JDA could not begin", e);
            return new GatewayTry.Failed(
                    "Discord's API does not answer: " + e.getClass().getSimpleName(), SOON);
        }
    }

    private JDABuilder builder(String url) {
        return JDABuilder.createLight(access.token(), EnumSet.noneOf(GatewayIntent.class))
                .setMemberCachePolicy(MemberCachePolicy.NONE)
                .setChunkingFilter(ChunkingFilter.NONE)
                .setRestConfig(new RestConfig().setBaseUrl(access.api()))
                .setSessionController(new Session(url))
                .setHttpClient(client())
                .setRequestTimeoutRetry(false)
                .setRateLimitElastic(THREADS, false)
                .setCallbackPool(THREADS, false)
                .setMaxReconnectDelay(32)
                .setEnableShutdownHook(false);
    }

    /** A client of its own, since JDA closes the one that it was given. */
    private OkHttpClient client() {
        return http.newBuilder()
                .addInterceptor(new OldEdits())
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .build();
    }

    /** Connects to the address that was given first; after a lost connection it asks for it again. */
    private final class Session extends SessionControllerAdapter {
        private final AtomicBoolean first = new AtomicBoolean(true);
        private volatile String known;

        Session(String url) {
            this.known = url;
        }

        @Override
        public String getGateway() {
            if (!first.getAndSet(false)) {
                String now = rest.gateway().body().path("url").asString("");
                known = now.isEmpty() ? known : now;
            }
            return known;
        }
    }
}
