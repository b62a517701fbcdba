package dev.hallm.bot.platform.discord.fake;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Discord remembers of a bot's session: everything that was dispatched, for a resume. */
final class GatewaySession {
    private final String id;
    private final int intents;
    private final List<ObjectNode> dispatched = new ArrayList<>();
    private GatewayConnection connection;
    private boolean valid = true;
    private int replayFrom = Integer.MAX_VALUE;

    GatewaySession(String id, int intents, GatewayConnection connection) {
        this.id = id;
        this.intents = intents;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    int intents() {
        return intents;
    }

    synchronized GatewayConnection connection() {
        return connection;
    }

    synchronized boolean isValid() {
        return valid;
    }

    synchronized void invalidate() {
        valid = false;
    }

    synchronized int sequence() {
        return dispatched.size();
    }

    /** Sends the first events; whatever happens after it is known to others comes later. */
    synchronized void begin(JsonNode ready, JsonNode guild, Runnable known) {
        known.run();
        dispatch("READY", ready, Intent.ALWAYS);
        dispatch("GUILD_CREATE", guild, Intent.GUILDS);
    }

    synchronized void dispatch(String type, JsonNode data, int intent) {
        if (!valid || (intents & intent) != intent) {
            return;
        }
        ObjectNode packet = Json.object().put("t", type).put("s", dispatched.size() + 1);
        packet.put("op", GatewayCode.DISPATCH).set("d", data.deepCopy());
        dispatched.add(packet);
        connection.send(packet);
    }

    /** Goes on over another connection: what was missed comes again, then RESUMED. */
    synchronized void resume(GatewayConnection over, int seenSequence) {
        connection = over;
        int from = Math.min(seenSequence, replayFrom);
        replayFrom = Integer.MAX_VALUE;
        List.copyOf(dispatched.subList(from, dispatched.size())).forEach(over::send);
        dispatch("RESUMED", Json.object(), Intent.ALWAYS);
    }

    /** The next resume delivers the last event of this type again, whatever the client has seen. */
    synchronized void replayLast(String type) {
        for (int i = dispatched.size() - 1; i >= 0; i--) {
            if (Json.text(dispatched.get(i), "t").equals(type)) {
                replayFrom = i;
                return;
            }
        }
        throw new IllegalStateException("nothing of type " + type + " was dispatched");
    }
}
