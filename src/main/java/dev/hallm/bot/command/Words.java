package dev.hallm.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line cut into words. Quotes of any keyboard keep spaces together where a word or value begins with one; {@code
 * key=value} is a named word.
 */
final class Words {
    private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z-]*");
    private static final String OPENING = "\"'“”„‘’«»";

    private final String line;
    private int at;

    private Words(String line) {
        this.line = line;
    }

    /**
     * One word.
     *
     * @param key what stands before {@code =}, null for a positional word
     * @param closed false when its quote never ends
     */
    record Word(@Nullable String key, String value, boolean closed) {}

    static List<Word> of(String line) {
        var words = new Words(line);
        var all = new ArrayList<Word>();
        words.skipSpace();
        while (words.at < line.length()) {
            all.add(words.next());
            words.skipSpace();
        }
        return all;
    }

    private void skipSpace() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private Word next() {
        String key = key();
        if (at < line.length() && OPENING.indexOf(line.charAt(at)) >= 0) {
            return quoted(key);
        }
        int start = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return new Word(key, line.substring(start, at), true);
    }

    private @Nullable String key() {
        int equals = line.indexOf('=', at);
        if (equals < 0 || !KEY.matcher(line.substring(at, equals)).matches()) {
            return null;
        }
        String key = line.substring(at, equals);
        at = equals + 1;
        return key;
    }

    private Word quoted(@Nullable String key) {
        String closing = closing(line.charAt(at));
        int start = ++at;
        while (at < line.length() && !endsHere(closing)) {
            at++;
        }
        boolean closed = at < line.length();
        String value = line.substring(start, at);
        at = Math.min(at + 1, line.length());
        return new Word(key, value, closed);
    }

    private boolean endsHere(String closing) {
        boolean lastOfWord = at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1));
        return lastOfWord && closing.indexOf(line.charAt(at)) >= 0;
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '"' -> "\"";
            case '\'' -> "'";
            case '“', '”', '„' -> "“”\"";
            case '‘', '’' -> "‘’'";
            default -> "«»";
        };
    }
}
