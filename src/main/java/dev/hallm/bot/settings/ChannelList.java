package dev.hallm.bot.settings;

import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination.Channel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns {@code chat} into the channels of each purpose; the console's are called like their purpose. */
final class ChannelList {
    private final Map<Purpose, List<Channel>> channels = new EnumMap<>(Purpose.class);

    private ChannelList() {}

    static Channels of(BotConfig.Chat chat) {
        var list = new ChannelList();
        if (chat.slack() != null) {
            var ids = chat.slack().channels();
            list.add("slack", ids.approvals(), ids.operations(), ids.announcements());
        }
        if (chat.discord() != null) {
            var ids = chat.discord().channels();
            list.add("discord", ids.approvals(), ids.operations(), ids.announcements());
        }
        if (!chat.console().people().isEmpty()) {
            list.add("console", word(Purpose.APPROVALS), word(Purpose.OPERATIONS), word(Purpose.ANNOUNCEMENTS));
        }
        return new Channels(list.channels);
    }

    private void add(String platform, String approvals, String operations, String announcements) {
        add(Purpose.APPROVALS, new Channel(platform, approvals));
        add(Purpose.OPERATIONS, new Channel(platform, operations));
        add(Purpose.ANNOUNCEMENTS, new Channel(platform, announcements));
    }

    private void add(Purpose purpose, Channel channel) {
        channels.computeIfAbsent(purpose, none -> new ArrayList<>()).add(channel);
    }

    private static String word(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
