package dev.hallm.bot.platform.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes HTML; every text and attribute value is escaped, so that nothing people typed becomes markup. */
final class Html {
    /** Unicode's embeddings, overrides and isolates of direction. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; a null value leaves its attribute out, an empty one has no value
     */
    Html open(String tag, @Nullable String... attributes) {
        return start(tag, attributes).remember(tag);
    }

    /** An element that has no content and no end, like {@code input}. */
    Html empty(String tag, @Nullable String... attributes) {
        return start(tag, attributes);
    }

    /** An element with a text. */
    Html element(String tag, String text, @Nullable String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text of anybody; what would turn around the words beside it becomes a mark that can be seen. */
    Html text(String text) {
        escape(TURNING.matcher(text).replaceAll("\uFFFD"));
        return this;
    }

    /** Text exactly as it is, for inputs. */
    Html verbatim(String text) {
        escape(text);
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    /** Markup of our own, never anything that people typed. */
    Html own(String markup) {
        out.append(markup);
        return this;
    }

    private Html start(String tag, @Nullable String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        out.append('>');
        return this;
    }

    private Html remember(String tag) {
        open.push(tag);
        return this;
    }

    private void attribute(@Nullable String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        out.append(' ').append(name);
        if (!value.isEmpty()) {
            out.append("=\"");
            escape(value);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
