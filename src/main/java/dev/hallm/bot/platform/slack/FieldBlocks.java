package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Labelled values: in two columns where no text of theirs can become markup, as lines of rich text otherwise. Slack
 * reads markup in columns, so anything that a person typed freely ends up in the lines.
 */
final class FieldBlocks {
    private static final int BAR = 10;

    private FieldBlocks() {}

    static List<ObjectNode> of(Block.Fields fields) {
        var blocks = new ArrayList<ObjectNode>();
        List<Block.Field> all = fields.fields();
        for (int from = 0; from < all.size(); from += SlackLimits.FIELDS) {
            List<Block.Field> some = all.subList(from, Math.min(all.size(), from + SlackLimits.FIELDS));
            blocks.addAll(columns(some).map(List::of).orElseGet(() -> lines(some)));
        }
        return blocks;
    }

    private static Optional<ObjectNode> columns(List<Block.Field> fields) {
        ArrayNode texts = Nodes.array();
        for (Block.Field field : fields) {
            Optional<String> value = inert(field);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            texts.add(Nodes.markup("*" + field.label().strip() + "*\n" + value.get()));
        }
        ObjectNode section = Nodes.typed("section");
        section.set("fields", texts);
        return Optional.of(section);
    }

    /** The value as Slack's markup, when it and its label are inert. */
    private static Optional<String> inert(Block.Field field) {
        boolean simple = field.value().stream().allMatch(FieldBlocks::isText)
                && Inert.is(field.label())
                && Inert.is(RichSpans.words(field.value()))
                && !SlackText.isBlank(field.label())
                && field.label().length() + RichSpans.words(field.value()).length() < SlackLimits.FIELD / 2;
        return simple ? Optional.of(withBar(value(field), field.share())) : Optional.empty();
    }

    private static boolean isText(Span span) {
        return switch (span) {
            case Span.Plain _ -> true;
            case Span.Strong(String text) -> isWord(text);
            case Span.Code(String text) -> isWord(text);
            case Span.Who who -> !RichSpans.mentions(who) && isWord(who.displayName());
            case Span.Link _, Span.Time _ -> false;
        };
    }

    private static boolean isWord(String text) {
        return !text.isBlank() && text.strip().equals(text);
    }

    private static String value(Block.Field field) {
        var value = new StringBuilder();
        for (Span span : field.value()) {
            value.append(
                    switch (span) {
                        case Span.Code(String text) -> field.value().size() == 1 ? "`" + text + "`" : text;
                        case Span.Strong(String text) -> field.value().size() == 1 ? "*" + text + "*" : text;
                        case Span.Plain _, Span.Who _, Span.Link _, Span.Time _ -> RichSpans.words(List.of(span));
                    });
        }
        return SlackText.isBlank(value.toString()) ? "–" : value.toString();
    }

    private static List<ObjectNode> lines(List<Block.Field> fields) {
        return Sections.pack(
                fields.stream().flatMap(field -> line(field).stream()).toList());
    }

    private static List<ObjectNode> line(Block.Field field) {
        var spans = new ArrayList<Span>();
        String label = SlackText.line(field.label());
        if (!SlackText.isBlank(label)) {
            spans.add(Span.strong(label));
            spans.add(Span.plain("  "));
        }
        boolean empty = field.value().stream()
                .allMatch(span -> RichSpans.of(List.of(span)).isEmpty());
        spans.addAll(empty ? List.of(Span.plain("–")) : field.value());
        if (field.share() != null) {
            spans.add(Span.plain("  " + bar(field.share())));
        }
        return Sections.of(spans);
    }

    private static String withBar(String value, @Nullable Double share) {
        return share == null ? value : value + "\n" + bar(share);
    }

    /** A share as a picture that is text: ten parts and the number. */
    static String bar(double share) {
        long percent = Math.round(share * 100);
        int filled = Math.clamp(Math.round(share * BAR), 0, BAR);
        return "▰".repeat(filled) + "▱".repeat(BAR - filled) + " " + percent + " %";
    }
}
