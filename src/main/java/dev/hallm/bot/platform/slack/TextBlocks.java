package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Headings, paragraphs, quotes and notes. */
final class TextBlocks {
    private TextBlocks() {}

    static List<ObjectNode> of(Block.Text text) {
        return switch (text.style()) {
            case HEADING -> heading(text.spans());
            case BODY -> rich("rich_text_section", text.spans());
            case QUOTE -> rich("rich_text_quote", text.spans());
            case NOTE -> Note.of(text.spans()).map(List::of).orElseGet(() -> rich("rich_text_section", text.spans()));
        };
    }

    /** As it is; a long one goes on in another block. */
    static List<ObjectNode> of(Block.Code code) {
        return rich("rich_text_preformatted", List.of(Span.plain(code.text())));
    }

    private static List<ObjectNode> heading(List<Span> spans) {
        ObjectNode header = Nodes.typed("header");
        header.set("text", Nodes.plain(RichSpans.words(spans), SlackLimits.HEADER));
        return SlackText.isBlank(RichSpans.words(spans)) ? List.of() : List.of(header);
    }

    /** One block, or several when the text is long, so that a page may end between them. */
    private static List<ObjectNode> rich(String type, List<Span> spans) {
        return Sections.of(type, spans).stream().map(Nodes::richText).toList();
    }

    /** A note as small grey text, if its spans can be shown so. */
    private static final class Note {
        private final ArrayNode elements = Nodes.array();
        private final StringBuilder plain = new StringBuilder();
        private boolean possible = true;

        static Optional<ObjectNode> of(List<Span> spans) {
            Note note = new Note();
            spans.forEach(note::add);
            note.end();
            int count = note.elements.size();
            return note.possible && count > 0 && count <= SlackLimits.CONTEXT_ELEMENTS
                    ? Optional.of(Nodes.elements("context", note.elements))
                    : Optional.empty();
        }

        private void add(Span span) {
            switch (span) {
                case Span.Plain(String text) -> plain.append(text);
                case Span.Strong(String text) -> plain.append(text);
                case Span.Code(String text) when Inert.is(text) && !SlackText.isBlank(text) -> markup("`" + text + "`");
                case Span.Code(String text) -> plain.append(text);
                case Span.Who who when !RichSpans.mentions(who) -> plain.append(who.displayName());
                case Span.Time time -> markup(stamp(time));
                case Span.Who _, Span.Link _ -> possible = false;
            }
        }

        private static String stamp(Span.Time time) {
            return "<!date^" + time.at().getEpochSecond() + "^" + RichSpans.format(time) + "|"
                    + RichSpans.utc(time.at()) + ">";
        }

        private void markup(String text) {
            end();
            elements.add(Nodes.markup(text));
        }

        private void end() {
            if (plain.length() > SlackLimits.TEXT) {
                possible = false;
            } else if (!SlackText.isBlank(plain.toString())) {
                elements.add(Nodes.plain(plain.toString(), SlackLimits.TEXT));
            }
            plain.setLength(0);
        }
    }
}
