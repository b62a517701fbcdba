package dev.hallm.bot.platform.discord;

/** Text to copy as it is, as code blocks; a long one goes on in another. */
final class CodeText {
    private static final String FENCE = "```";
    private static final int AROUND = 2 * (FENCE.length() + 1);

    private CodeText() {}

    static void write(String text, EmbedPages pages) {
        String left = CleanText.of(text.replace('`', 'ˋ')).stripTrailing();
        int room = pages.roomFor(left.length() + AROUND);
        while (!left.isEmpty() && room > AROUND) {
            String piece = piece(left, room - AROUND);
            pages.add("", FENCE + "\n" + piece + "\n" + FENCE);
            left = left.substring(piece.length());
            left = left.startsWith("\n") ? left.substring(1) : left;
            room = left.isEmpty() ? 0 : pages.roomFor(left.length() + AROUND);
        }
        pages.keep(left);
    }

    /** Up to the end of a line, unless the first line alone is too long. */
    private static String piece(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = text.lastIndexOf('\n', longest);
        return end > 0 ? text.substring(0, end) : CleanText.cut(text, longest);
    }
}
