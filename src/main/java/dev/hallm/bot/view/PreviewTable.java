package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.StackPreview;
import dev.hallm.bot.cluster.StackPreview.Planned;
import dev.hallm.bot.cluster.StackPreview.Preview;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every object that a change would make. */
@Component
public class PreviewTable {
    private final StackPreview preview;

    PreviewTable(StackPreview preview) {
        this.preview = preview;
    }

    public Message of(Operation operation) {
        return switch (operation) {
            case Provision provision ->
                switch (preview.of(provision.tenant(), provision.size())) {
                    case Preview.Objects(List<Planned> objects) -> table(provision, objects);
                    case Preview.Unknown(String why) ->
                        Message.text(Tone.WARNING, text("preview.unknown", "tenant", provision.tenant(), "why", why));
                };
            case RotateCredentials rotation ->
                Message.text(Tone.NEUTRAL, text("preview.nothing", "tenant", rotation.tenant()));
        };
    }

    private static Message table(Provision provision, List<Planned> objects) {
        String title = text("preview.title", "tenant", provision.tenant(), "count", objects.size());
        return Message.of(
                Tone.NEUTRAL,
                title,
                Block.Text.heading(title),
                new Block.Table(
                        text("preview.caption"),
                        List.of(text("preview.kind"), text("preview.name"), text("preview.what")),
                        objects.stream().map(PreviewTable::row).toList()),
                Block.Text.note(Span.plain(text("preview.note"))));
    }

    private static List<Cell> row(Planned object) {
        return List.of(Cell.of(object.kind()), Cell.of(Span.code(object.name())), Cell.of(object.what()));
    }
}
