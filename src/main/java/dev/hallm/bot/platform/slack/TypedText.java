package dev.hallm.bot.platform.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people typed, from the markup that Slack makes of it. */
final class TypedText {
    private static final Pattern MARKUP = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    private TypedText() {}

    /** People stay mentions ({@code <@U1>}); channels, groups, links and addresses become what was typed. */
    static String of(String escaped) {
        String plain = MARKUP.matcher(escaped).replaceAll(found -> Matcher.quoteReplacement(typed(found)));
        return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String typed(MatchResult markup) {
        String target = markup.group(1);
        @Nullable String label = markup.group(2);
        boolean labelled = label != null && !label.isEmpty();
        if (target.startsWith("@")) {
            return "<" + target + ">";
        }
        if (target.startsWith("#")) {
            return "#" + (labelled ? label : target.substring(1));
        }
        if (target.startsWith("!")) {
            return labelled ? label : "@" + target.substring(1);
        }
        return labelled ? label : target;
    }

    /** The words for a command: without its own word, which people repeat out of habit. */
    static String words(String escaped, String root) {
        String line = of(escaped).strip();
        String bare = line.startsWith("/") ? line.substring(1) : line;
        boolean repeated =
                bare.equals(root) || (bare.startsWith(root) && Character.isWhitespace(bare.charAt(root.length())));
        return repeated ? bare.substring(root.length()).strip() : line;
    }

    /** What follows the first mention of anybody, for when it must be the bot. */
    static String afterFirstMention(String escaped) {
        return escaped.replaceFirst("^.*?<@[^<>]*>", "");
    }

    /** What follows the first mention of the bot; all of it when there is none. */
    static String afterMention(String escaped, String bot) {
        var mention =
                Pattern.compile("<@" + Pattern.quote(bot) + "(?:\\|[^<>]*)?>").matcher(escaped);
        return mention.find() ? escaped.substring(mention.end()) : escaped;
    }
}
