package dev.hallm.bot.platform.mail;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A message as plain text: what can only be clicked has no place in a letter. */
final class MailText {
    private MailText() {}

    static String subject(Message message) {
        return message.fallbackText().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    static String body(Message message) {
        return message.blocks().stream()
                        .map(MailText::text)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Text text -> words(text.spans());
            case Block.Fields fields ->
                fields.fields().stream()
                        .map(field -> field.label() + ": " + words(field.value()))
                        .collect(Collectors.joining("\n"));
            case Block.Table table ->
                table.rows().stream()
                        .map(row ->
                                row.stream().map(cell -> words(cell.spans())).collect(Collectors.joining(" · ")))
                        .collect(Collectors.joining("\n"));
            case Block.Checklist list ->
                list.items().stream()
                        .map(item -> item.state().mark() + " " + item.label() + " " + item.detail())
                        .collect(Collectors.joining("\n"));
            case Block.Code code -> code.text();
            case Block.Buttons _, Block.Attachment _ -> "";
        };
    }

    private static String words(List<Span> spans) {
        return spans.stream().map(MailText::word).collect(Collectors.joining());
    }

    private static String word(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Code(String text) -> text;
            case Span.Link link -> link.target().toString();
            case Span.Who who -> who.displayName();
            case Span.Time time -> time.at().toString();
        };
    }
}
