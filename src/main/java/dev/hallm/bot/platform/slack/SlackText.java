package dev.hallm.bot.platform.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text on its way to Slack: without characters that turn the words beside them around or break the JSON, cut between
 * code points only.
 */
final class SlackText {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\u202A-\u202E\u2066-\u2069\uFEFF]|\\p{Cs}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\u115F\u1160\u3164\uFFA0]*");

    private SlackText() {}

    /** The text without control characters, bidirectional overrides and halves of characters. */
    static String clean(String text) {
        return UNWANTED.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
    }

    /** The same on one line. */
    static String line(String text) {
        return clean(text).replaceAll("[\n\t]+", " ").strip();
    }

    /** Whether a reader sees nothing of it. */
    static boolean isBlank(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    /** At most so many characters, the last an ellipsis when something is missing. */
    static String shorten(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, cut(text, most - 1)).stripTrailing() + "…";
    }

    /** The text in pieces of at most so many characters, divided after a line or word where there is one. */
    static List<String> pieces(String text, int most) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > most) {
            int to = from + boundary(text.substring(from), most);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static int boundary(String text, int most) {
        for (char separator : new char[] {'\n', ' '}) {
            int last = text.lastIndexOf(separator, most - 1);
            if (last >= most / 2) {
                return last + 1;
            }
        }
        return cut(text, most);
    }

    /** The nearest place at or before an index that does not divide a character. */
    private static int cut(String text, int at) {
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
