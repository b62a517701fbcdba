package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything a bot did that Discord does not allow. */
final class Problems {
    private final List<String> all = new CopyOnWriteArrayList<>();

    void add(String problem) {
        all.add(problem);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    void clear() {
        all.clear();
    }
}
