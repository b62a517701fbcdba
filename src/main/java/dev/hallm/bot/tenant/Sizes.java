package dev.hallm.bot.tenant;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sizes that bot-config offers, in its order; the first is the default. */
public record Sizes(Map<String, StackSize> byName) {
    public Sizes {
        byName = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public Optional<StackSize> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Those that take less of something and more of nothing. */
    public List<StackSize> smallerThan(StackSize size) {
        return all().stream().filter(other -> other.isSmallerThan(size)).toList();
    }

    public Collection<StackSize> all() {
        return byName.values();
    }
}
