package dev.hallm.bot.platform.discord;

import java.util.regex.Pattern;

/** Text without characters that turn others around or show nothing, cut between whole characters. */
final class CleanText {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    private static final Pattern UNSEEN =
            Pattern.compile("[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private CleanText() {}

    static String of(String text) {
        return UNSEEN.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
    }

    /** The same in one line. */
    static String line(String text) {
        return WHITE.matcher(of(text)).replaceAll(" ").strip();
    }

    /** At most {@code longest} UTF-16 units, the last of them an ellipsis when something is missing. */
    static String shorten(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest - 1) + "…";
    }

    /** The beginning of a text, without half a character at its end. */
    static String cut(String text, int length) {
        int end = Math.max(0, Math.min(length, text.length()));
        boolean half = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }

    /** A text of one line that Discord takes where none may be empty. */
    static String shown(String text, int longest) {
        String line = shorten(line(text), longest);
        return line.isBlank() ? "–" : line;
    }
}
