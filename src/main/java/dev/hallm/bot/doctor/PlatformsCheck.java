package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether people can reach the bot at all, by what bot-config names. */
@Component
class PlatformsCheck implements SelfCheck {
    private static final String CONSOLE = "console";

    private final Channels channels;

    PlatformsCheck(Channels channels) {
        this.channels = channels;
    }

    @Override
    public String subject() {
        return "chat platforms";
    }

    @Override
    public List<Finding> findings() {
        Set<String> platforms = channels.byPurpose().values().stream()
                .flatMap(List::stream)
                .map(Destination.Channel::platform)
                .collect(Collectors.toCollection(TreeSet::new));
        if (platforms.isEmpty()) {
            return List.of(Finding.of("HB-C01"));
        }
        return List.of(
                platforms.equals(Set.of(CONSOLE))
                        ? Finding.of("HB-C02")
                        : Finding.fine("HB-C01", "platforms", String.join(", ", platforms)));
    }
}
