package dev.hallm.bot.platform.discord.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The channels of the guild and the direct messages that were opened. */
final class Channels {
    private final World world;
    private final Map<String, DiscordChannel> all = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordChannel> direct = new ConcurrentHashMap<>();

    Channels(World world) {
        this.world = world;
    }

    DiscordChannel add(String name) {
        DiscordChannel channel = new DiscordChannel(world, name, null);
        all.put(channel.id(), channel);
        world.gateway().dispatch("CHANNEL_CREATE", channel.json(), Intent.GUILDS);
        return channel;
    }

    DiscordChannel direct(DiscordPerson person) {
        return direct.computeIfAbsent(person.id(), id -> {
            DiscordChannel channel = new DiscordChannel(world, "", person);
            all.put(channel.id(), channel);
            return channel;
        });
    }

    Optional<DiscordChannel> find(String id) {
        return Optional.ofNullable(all.get(id)).filter(channel -> !channel.isDeleted());
    }

    List<DiscordChannel> ofGuild() {
        return living().stream().filter(channel -> !channel.isDirect()).toList();
    }

    private Collection<DiscordChannel> living() {
        return all.values().stream().filter(channel -> !channel.isDeleted()).toList();
    }

    /** The channel for the bot: 10003 without one, 50001 where the bot cannot see it. */
    DiscordChannel visible(String id) {
        DiscordChannel channel = find(id).orElseThrow(() -> new Refusal(DiscordError.UNKNOWN_CHANNEL));
        if (!channel.botMay(Permission.VIEW_CHANNEL)) {
            throw new Refusal(DiscordError.MISSING_ACCESS);
        }
        return channel;
    }
}
