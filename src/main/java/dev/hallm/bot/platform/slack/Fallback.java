package dev.hallm.bot.platform.slack;

import java.util.regex.Pattern;

/**
 * The text that notifications and screen readers get. Slack reads markup in it, so what could become some is escaped
 * or replaced by its look-alike.
 */
final class Fallback {
    private static final Pattern QUOTE = Pattern.compile("(?m)^>");
    private static final Pattern EMOJI = Pattern.compile(":(?!\\d\\d:)(?=[a-z0-9_+'-]+:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile(":(?=//)|(?<=mailto|tel):", Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile("@(?=[\\p{L}\\p{N}_])");
    /** A mark between two letters or digits formats nothing. */
    private static final Pattern MARK = Pattern.compile("(?<![\\p{L}\\p{N}])[*_~]|[*_~](?![\\p{L}\\p{N}])|`");

    private Fallback() {}

    static String of(String text) {
        String clean = SlackText.clean(text);
        return SlackText.isBlank(clean) ? "–" : escape(neutral(clean), SlackLimits.FALLBACK);
    }

    private static String neutral(String text) {
        String inert = QUOTE.matcher(text).replaceAll("›");
        inert = EMOJI.matcher(inert).replaceAll("∶");
        inert = SCHEME.matcher(inert).replaceAll("∶");
        inert = MENTION.matcher(inert).replaceAll("＠");
        return MARK.matcher(inert).replaceAll(match -> lookAlike(match.group().charAt(0)));
    }

    private static String lookAlike(char mark) {
        return switch (mark) {
            case '*' -> "∗";
            case '_' -> "ˍ";
            case '~' -> "∼";
            default -> "ˋ";
        };
    }

    /** Escaped, and at most so many characters afterwards; an entity is never divided. */
    private static String escape(String text, int most) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String next = entity(text.codePointAt(i));
            boolean last = i + Character.charCount(text.codePointAt(i)) == text.length();
            if (out.length() + next.length() > (last ? most : most - 1)) {
                return out.append('…').toString();
            }
            out.append(next);
        }
        return out.toString();
    }

    private static String entity(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(character);
        };
    }
}
