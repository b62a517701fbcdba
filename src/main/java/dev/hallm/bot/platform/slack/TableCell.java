package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell's text in a grid of characters.
 *
 * @param target where all of it leads, null when nowhere
 */
record TableCell(String text, @Nullable String target) {
    private static final int LINES = 4;

    static TableCell of(Block.Cell cell) {
        boolean link =
                cell.spans().size() == 1 && cell.spans().getFirst() instanceof Span.Link only && RichSpans.isWeb(only);
        String text = SlackText.line(RichSpans.words(cell.spans()));
        return new TableCell(
                text, link ? ((Span.Link) cell.spans().getFirst()).target().toASCIIString() : null);
    }

    static TableCell of(String text) {
        return new TableCell(SlackText.line(text), null);
    }

    int width() {
        return width(text);
    }

    /** The text in lines of a width, the last with an ellipsis when there would be too many. */
    List<String> lines(int width) {
        var lines = new ArrayList<String>();
        String rest = text;
        while (width(rest) > width && lines.size() < LINES - 1) {
            int end = end(rest, width);
            int space = rest.lastIndexOf(' ', end);
            int at = space > end / 2 ? space : end;
            lines.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        lines.add(width(rest) <= width ? rest : rest.substring(0, end(rest, width - 1)) + "…");
        return lines;
    }

    /** Where the first so many columns end; at least one character. */
    private static int end(String text, int width) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += width(character);
            if (taken > width && end > 0) {
                return end;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** How many columns of a fixed-width font a text takes. */
    static int width(String text) {
        return text.codePoints().map(TableCell::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character)
                || Character.isEmojiPresentation(character)
                || (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x3041 && character <= 0x33FF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xFF01 && character <= 0xFF60);
    }
}
