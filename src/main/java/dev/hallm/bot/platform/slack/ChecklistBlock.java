package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Steps, a line each: mark, name, state and detail. */
final class ChecklistBlock {
    private ChecklistBlock() {}

    static List<ObjectNode> of(Block.Checklist checklist) {
        return Sections.pack(
                checklist.items().stream().flatMap(item -> line(item).stream()).toList());
    }

    private static List<ObjectNode> line(Block.Item item) {
        return Sections.of(List.of(
                Span.plain(item.state().mark() + " "),
                Span.strong(SlackText.line(item.label())),
                Span.plain(" · " + item.state().word() + detail(item))));
    }

    private static String detail(Block.Item item) {
        return SlackText.isBlank(item.detail()) ? "" : ", " + SlackText.clean(item.detail());
    }
}
