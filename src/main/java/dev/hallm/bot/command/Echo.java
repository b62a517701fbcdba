package dev.hallm.bot.command;

import java.util.regex.Pattern;

/** What a person typed, fit to be repeated in an answer: short, on one line, without marks that turn text around. */
public final class Echo {
    private static final int LONGEST = 60;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Echo() {}

    /** The text as it may be repeated, at most 60 characters. */
    public static String of(String typed) {
        String seen = UNSEEN.matcher(typed).replaceAll(" ").strip();
        int end = seen.offsetByCodePoints(0, Math.min(LONGEST, seen.codePointCount(0, seen.length())));
        return end < seen.length() ? seen.substring(0, end) + "…" : seen;
    }
}
