package dev.hallm.bot.platform.slack.fake;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Everything written, in order, as it looks now. */
final class Messages {
    private final Map<String, SlackMessage> all = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();

    private static String key(String channel, String ts) {
        return channel + "/" + ts;
    }

    synchronized SlackMessage put(SlackMessage message) {
        all.put(key(message.channel(), message.ts()), message);
        return message;
    }

    synchronized Optional<SlackMessage> find(String channel, String ts) {
        return Optional.ofNullable(all.get(key(channel, ts)));
    }

    synchronized void remove(String channel, String ts) {
        all.remove(key(channel, ts));
        gone.add(key(channel, ts));
    }

    /** Whether a reply to it is possible; a deleted parent still has its thread. */
    synchronized boolean hasThread(String channel, String ts) {
        return all.containsKey(key(channel, ts)) || gone.contains(key(channel, ts));
    }

    synchronized List<SlackMessage> where(Predicate<SlackMessage> condition) {
        return all.values().stream().filter(condition).toList();
    }
}
