package dev.hallm.bot.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Words close to a mistyped one, the closest first. */
public final class Near {
    private static final int MOST = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Near() {}

    /** At most three words that a slip of the fingers away is {@code typed}. */
    public static List<String> to(String typed, Collection<String> words) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, wanted.length() / 3);
        return words.stream()
                .filter(word -> Math.abs(word.length() - wanted.length()) <= allowed || word.startsWith(wanted))
                .map(word -> new Scored(word, word.startsWith(wanted) ? 0 : DISTANCE.apply(wanted, word)))
                .filter(scored -> scored.distance() <= allowed)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::word))
                .limit(MOST)
                .map(Scored::word)
                .toList();
    }

    private record Scored(String word, int distance) {}
}
