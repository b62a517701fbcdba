package dev.hallm.bot.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The keys of a record, and the one that a mistyped key probably meant. */
final class Keys {
    private Keys() {}

    static List<String> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Keys::name).toList();
    }

    static Key of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(component + " has no @Key");
        }
        return key;
    }

    static String name(RecordComponent component) {
        return name(of(component), component.getName());
    }

    /** The key as written: {@code tenantsPerOwner} is {@code tenants-per-owner}. */
    static String name(Key key, String component) {
        return key.name().isEmpty() ? component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : key.name();
    }

    static Optional<String> nearest(String got, Iterable<String> allowed) {
        return java.util.stream.StreamSupport.stream(allowed.spliterator(), false)
                .filter(word -> distance(got, word) <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(got, word)));
    }

    private static int distance(String got, String word) {
        return LevenshteinDistance.getDefaultInstance().apply(plain(got), plain(word));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}
