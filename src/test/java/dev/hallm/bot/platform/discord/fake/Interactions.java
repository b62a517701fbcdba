package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends interactions to the gateway and finds them again by token. */
final class Interactions {
    private final World world;
    private final List<SentInteraction> all = new CopyOnWriteArrayList<>();
    private final Map<String, SentInteraction> byToken = new ConcurrentHashMap<>();

    Interactions(World world) {
        this.world = world;
    }

    List<SentInteraction> all() {
        return List.copyOf(all);
    }

    Optional<SentInteraction> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    SentInteraction send(
            DiscordPerson person, DiscordChannel channel, int type, ObjectNode data, @Nullable DiscordMessage source) {
        ObjectNode payload = InteractionJson.of(world, person, channel, type);
        payload.set("data", data);
        if (source != null) {
            payload.set("message", source.json());
        }
        return send(person, channel, payload, source);
    }

    /** Sends any payload; a test may have put anything into it. */
    SentInteraction send(
            DiscordPerson person, DiscordChannel channel, ObjectNode payload, @Nullable DiscordMessage source) {
        SentInteraction interaction =
                new SentInteraction(person, channel, world.clock().instant(), payload, source);
        all.add(interaction);
        byToken.put(interaction.token(), interaction);
        world.gateway().dispatch("INTERACTION_CREATE", payload, Intent.ALWAYS);
        return interaction;
    }
}
