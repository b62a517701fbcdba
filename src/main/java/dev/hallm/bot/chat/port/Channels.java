package dev.hallm.bot.chat.port;

import java.util.List;
import java.util.Map;

/** bot-config's channels: for each purpose one channel on each platform that is set up. */
public record Channels(Map<Purpose, List<Destination.Channel>> byPurpose) {
    public Channels {
        byPurpose = Map.copyOf(byPurpose);
    }

    public List<Destination.Channel> of(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, List.of());
    }

    /** What a channel is for. */
    public enum Purpose {
        APPROVALS,
        OPERATIONS,
        ANNOUNCEMENTS
    }
}
