package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a message notifies: Discord does so only for mentions in the text, not in an embed. */
final class Pings {
    private Pings() {}

    /** User ids in the order in which the message names them. */
    static Set<String> of(Message message) {
        return message.blocks().stream()
                .flatMap(Pings::spans)
                .filter(Span.Who.class::isInstance)
                .map(Span.Who.class::cast)
                .filter(SpanMarkdown::pings)
                .map(who -> who.account().user())
                .distinct()
                .limit(DiscordLimits.PINGS)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Stream<Span> spans(Block block) {
        return switch (block) {
            case Block.Text text -> text.spans().stream();
            case Block.Fields fields ->
                fields.fields().stream().map(Block.Field::value).flatMap(List::stream);
            case Block.Table table ->
                table.rows().stream()
                        .flatMap(List::stream)
                        .map(Block.Cell::spans)
                        .flatMap(List::stream);
            case Block.Checklist _, Block.Code _, Block.Buttons _, Block.Attachment _ -> Stream.empty();
        };
    }
}
