package dev.hallm.bot.platform.slack;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ActionIds;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The blocks of one message as Block Kit, however many, and the files that go with them. */
final class BlockWriter {
    private final ButtonBlocks buttons;
    private final boolean takesFiles;
    private final List<ObjectNode> blocks = new ArrayList<>();
    private final List<Block.Attachment> files = new ArrayList<>();
    private String heading = "";

    /** @param takesFiles whether files can stand beside the blocks, which they cannot in a view */
    BlockWriter(ActionIds actions, boolean takesFiles) {
        buttons = new ButtonBlocks(actions);
        this.takesFiles = takesFiles;
    }

    BlockWriter write(List<Block> all) {
        all.forEach(this::write);
        return this;
    }

    List<ObjectNode> blocks() {
        return blocks;
    }

    List<Block.Attachment> files() {
        return files;
    }

    private void write(Block block) {
        switch (block) {
            case Block.Text text -> paragraph(text);
            case Block.Fields fields -> blocks.addAll(FieldBlocks.of(fields));
            case Block.Table table -> table(table);
            case Block.Checklist checklist -> blocks.addAll(ChecklistBlock.of(checklist));
            case Block.Code code -> blocks.addAll(TextBlocks.of(code));
            case Block.Buttons group -> blocks.addAll(buttons.of(group));
            case Block.Attachment file -> attach(file);
        }
    }

    private void paragraph(Block.Text text) {
        if (text.style() == Block.Text.Style.HEADING) {
            heading = RichSpans.words(text.spans());
        }
        blocks.addAll(TextBlocks.of(text));
    }

    private void table(Block.Table table) {
        if (!table.caption().isBlank() && !heading.startsWith(table.caption())) {
            blocks.addAll(TextBlocks.of(Block.Text.body(Span.strong(SlackText.line(table.caption())))));
        }
        if (TableRows.suit(table)) {
            TableRows rows = TableRows.of(table);
            blocks.addAll(rows.blocks());
            more(table, rows.shown());
        } else if (!table.columns().isEmpty()) {
            TableGrid grid = TableGrid.of(table);
            blocks.add(grid.block());
            more(table, grid.shown());
        }
    }

    /** Says how many rows are missing, and attaches the whole where that is possible. */
    private void more(Block.Table table, int shown) {
        int missing = table.rows().size() - shown;
        if (missing == 0) {
            return;
        }
        if (takesFiles) {
            Block.Attachment file = TableFile.of(table);
            files.add(file);
            note(text("slack.table.file", "count", missing, "file", file.fileName()));
        } else {
            note(text("slack.table.more", "count", missing));
        }
    }

    private void attach(Block.Attachment file) {
        if (takesFiles) {
            files.add(file);
            note(text("slack.file", "file", SlackText.line(file.fileName())));
        } else {
            note(text("slack.file.elsewhere", "file", SlackText.line(file.fileName())));
        }
    }

    private void note(String text) {
        blocks.addAll(TextBlocks.of(Block.Text.note(Span.plain(text))));
    }
}
