package dev.hallm.bot.platform.discord.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's half of the conversation: hello, identify, heartbeat, resume, and what it hangs up for. */
final class GatewayTalk {
    private final World world;
    private final Map<String, GatewaySession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger sessionNumbers = new AtomicInteger();
    private final AtomicInteger identifies = new AtomicInteger();
    private final AtomicInteger resumes = new AtomicInteger();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final Deque<Long> identifyTimes = new ArrayDeque<>();
    private volatile Duration heartbeatInterval = Duration.ofMillis(41_250);
    private volatile Duration identifyWindow = Duration.ofSeconds(5);

    GatewayTalk(World world) {
        this.world = world;
    }

    void heartbeatInterval(Duration interval) {
        heartbeatInterval = interval;
    }

    Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    void identifyWindow(Duration window) {
        identifyWindow = window;
    }

    int identifies() {
        return identifies.get();
    }

    int resumes() {
        return resumes.get();
    }

    int heartbeats() {
        return heartbeats.get();
    }

    Collection<GatewaySession> sessions() {
        return sessions.values();
    }

    void opened(GatewayConnection connection) {
        ObjectNode hello = Json.object().put("heartbeat_interval", heartbeatInterval.toMillis());
        hello.putArray("_trace");
        connection.send(GatewayCode.HELLO, hello);
    }

    void received(GatewayConnection connection, JsonNode packet) {
        int opcode = packet.path("op").asInt(-1);
        if (!connection.countMessage()) {
            hangUp(connection, GatewayCode.RATE_LIMITED, "Rate limited", opcode);
            return;
        }
        switch (opcode) {
            case GatewayCode.HEARTBEAT -> {
                heartbeats.incrementAndGet();
                connection.heartbeat();
            }
            case GatewayCode.IDENTIFY -> identify(connection, packet.path("d"));
            case GatewayCode.RESUME -> resume(connection, packet.path("d"));
            case GatewayCode.PRESENCE_UPDATE, GatewayCode.VOICE_STATE_UPDATE -> identified(connection, opcode);
            case GatewayCode.REQUEST_MEMBERS -> {
                if (identified(connection, opcode)) {
                    requestMembers(connection, packet.path("d"));
                }
            }
            default -> hangUp(connection, GatewayCode.UNKNOWN_OPCODE, "Unknown opcode", opcode);
        }
    }

    private boolean identified(GatewayConnection connection, int opcode) {
        boolean known = connection.session() != null;
        if (!known) {
            hangUp(connection, GatewayCode.NOT_AUTHENTICATED, "Not authenticated", opcode);
        }
        return known;
    }

    private void identify(GatewayConnection connection, JsonNode data) {
        int intents = data.path("intents").asInt(-1);
        if (connection.session() != null) {
            hangUp(connection, GatewayCode.ALREADY_AUTHENTICATED, "Already authenticated", GatewayCode.IDENTIFY);
        } else if (!isToken(data)) {
            hangUp(connection, GatewayCode.AUTHENTICATION_FAILED, "Authentication failed", GatewayCode.IDENTIFY);
        } else if (intents < 0 || (intents & ~Intent.KNOWN) != 0) {
            hangUp(connection, GatewayCode.INVALID_INTENTS, "Invalid intents", GatewayCode.IDENTIFY);
        } else if (!world.app().allows(intents)) {
            hangUp(connection, GatewayCode.DISALLOWED_INTENTS, "Disallowed intents", GatewayCode.IDENTIFY);
        } else if (!Json.has(data, "properties")) {
            hangUp(connection, GatewayCode.DECODE_ERROR, "Identify without properties", GatewayCode.IDENTIFY);
        } else if (!takeIdentify()) {
            connection.send(GatewayCode.INVALID_SESSION, Json.read("false"));
        } else {
            begin(connection, intents);
        }
    }

    /** One identify per window (max_concurrency 1). */
    private synchronized boolean takeIdentify() {
        long now = System.nanoTime();
        identifyTimes.removeIf(at -> now - at >= identifyWindow.toNanos());
        boolean free = identifyTimes.isEmpty();
        if (free) {
            identifyTimes.add(now);
            identifies.incrementAndGet();
        }
        return free;
    }

    private boolean isToken(JsonNode data) {
        String token = Json.text(data, "token");
        return token.equals(world.app().token());
    }

    private void begin(GatewayConnection connection, int intents) {
        String id = "session-" + sessionNumbers.incrementAndGet();
        GatewaySession session = new GatewaySession(id, intents, connection);
        connection.session(session);
        session.dispatch("READY", ready(id), Intent.ALWAYS);
        session.dispatch("GUILD_CREATE", world.guild().created(), Intent.GUILDS);
        sessions.put(id, session);
    }

    private ObjectNode ready(String sessionId) {
        ObjectNode ready = Json.object().put("v", 10).put("session_id", sessionId);
        ready.put("resume_gateway_url", world.gateway().url()).put("session_type", "normal");
        ready.set("user", UserJson.ownUser(world.app()));
        ready.putArray("guilds").addObject().put("id", world.guild().id()).put("unavailable", true);
        ObjectNode application = ready.putObject("application");
        application.put("id", world.app().id()).put("flags", world.app().flags());
        ready.putArray("shard").add(0).add(1);
        ready.putArray("private_channels");
        ready.putArray("relationships");
        ready.putObject("user_settings");
        ready.putArray("_trace");
        return ready;
    }

    private void resume(GatewayConnection connection, JsonNode data) {
        GatewaySession session = sessions.get(Json.text(data, "session_id"));
        int sequence = data.path("seq").asInt(-1);
        if (!isToken(data)) {
            hangUp(connection, GatewayCode.AUTHENTICATION_FAILED, "Authentication failed", GatewayCode.RESUME);
        } else if (session == null || !session.isValid()) {
            connection.send(GatewayCode.INVALID_SESSION, Json.read("false"));
        } else if (sequence < 0 || sequence > session.sequence()) {
            session.invalidate();
            hangUp(connection, GatewayCode.INVALID_SEQ, "Invalid seq", GatewayCode.RESUME);
        } else {
            resumes.incrementAndGet();
            connection.session(session);
            session.resume(connection, sequence);
        }
    }

    private void requestMembers(GatewayConnection connection, JsonNode data) {
        GatewaySession session = connection.session();
        if (session != null) {
            session.dispatch("GUILD_MEMBERS_CHUNK", MemberChunk.of(world, data, session.intents()), Intent.ALWAYS);
        }
    }

    /** A client that leaves with 1000 or 1001 gives its session up. */
    void closed(GatewayConnection connection, int code) {
        GatewaySession session = connection.session();
        if (session != null && (code == 1000 || code == 1001)) {
            session.invalidate();
        }
    }

    /** Hangs up on clients that stopped sending heartbeats. */
    void checkHeartbeats(Collection<GatewayConnection> connections) {
        long most = heartbeatInterval.toNanos() * 3 / 2;
        for (GatewayConnection connection : connections) {
            if (connection.nanosSinceHeartbeat() > most) {
                hangUp(connection, GatewayCode.SESSION_TIMED_OUT, "no heartbeat", GatewayCode.HEARTBEAT);
            }
        }
    }

    private void hangUp(GatewayConnection connection, int code, String why, int opcode) {
        world.problems().add("gateway: " + code + " " + why + " (opcode " + opcode + ")");
        connection.close(code, why + ".");
    }
}
