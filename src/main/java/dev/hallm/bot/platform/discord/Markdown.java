package dev.hallm.bot.platform.discord;

import java.util.regex.Pattern;

/**
 * Text as Discord's markdown, so that it is shown as it was typed: a backslash before a character that is neither
 * letter, digit nor space shows that character. This also breaks mentions and timestamps at their {@code <}, links at
 * their scheme's colon, emoji at theirs, and invites at the slash.
 */
final class Markdown {
    private static final Pattern COLON = Pattern.compile(":(?=/|(?!\\d\\d:)[^\\s:]+:)");
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\*_~`|<\\[\\]@]|:(?=\u0000)");
    private static final Pattern LINE_START = Pattern.compile("(?mdU)^([^\\S\n]*)([#>+-])");
    private static final Pattern NUMBER = Pattern.compile("(?mdU)^([^\\S\n]*\\d+)([.)])(?=\\s|$)");
    private static final Pattern INVITE = Pattern.compile("(?i)(discord(?:app)?\\.[a-z]+)/");

    private Markdown() {}

    /** Shows exactly the text, bidirectional controls apart. */
    static String escape(String text) {
        String marked = COLON.matcher(CleanText.of(text)).replaceAll(":\u0000");
        String escaped = ANYWHERE.matcher(marked).replaceAll("\\\\$0").replace("\u0000", "");
        escaped = LINE_START.matcher(escaped).replaceAll("$1\\\\$2");
        escaped = NUMBER.matcher(escaped).replaceAll("$1\\\\$2");
        return INVITE.matcher(escaped).replaceAll("$1\\\\/");
    }

    static String strong(String text) {
        String escaped = escape(text);
        return escaped.isBlank() ? escaped : "**" + escaped + "**";
    }

    /** Code in a line; a backtick, which could end it, becomes the letter that looks like one. */
    static String code(String text) {
        return "`" + CleanText.shown(text.replace('`', 'ˋ'), Integer.MAX_VALUE) + "`";
    }

    /** Puts a mark before every line. */
    static String lines(String mark, String markdown) {
        return mark + markdown.replace("\n", "\n" + mark);
    }

    /** The longest beginning of a text that fits when it is escaped, with an ellipsis when something is missing. */
    static String escape(String text, int longest) {
        String shorter = text;
        String escaped = escape(shorter);
        while (escaped.length() > longest) {
            shorter = CleanText.shorten(shorter, shorter.length() - Math.max(1, (escaped.length() - longest) / 2));
            escaped = escape(shorter);
        }
        return escaped;
    }
}
