package dev.hallm.bot.cluster.helm;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helm's error text in one short line for people, without what might be a credential. */
final class HelmWords {
    /** What to do about a chart that is not there. */
    static final String MISSING =
            "Restore it, or correct platform.chart in bot.yaml; \"doctor\" tells more. Then retry.";

    /** What to do about one that Helm cannot use. */
    static final String BROKEN =
            "Correct the chart, or the values in bot.yaml that it names; \"helm lint\" tells more. Then retry.";

    private static final int LONGEST = 300;
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?i)((?:bearer|basic)\\s+|(?:token|password)\\S*\\s*[:=]\\s*\"?)[^\\s\",]{6,}|eyJ[\\w.-]{20,}");

    private HelmWords() {}

    static String of(IllegalStateException problem) {
        String line =
                Objects.requireNonNullElse(problem.getMessage(), "").strip().replaceAll("\\s+", " ");
        String safe = CREDENTIAL
                .matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNullElse(found.group(1), "") + "…"));
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…";
    }
}
