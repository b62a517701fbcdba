package dev.hallm.bot.cluster.helm;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helm's error text in one short line for people, without what might be a credential. */
final class HelmWords {
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
