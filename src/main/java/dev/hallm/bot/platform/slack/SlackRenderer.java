package dev.hallm.bot.platform.slack;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ActionIds;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages and forms as Slack's JSON, within its limits: what is too long is shortened, then divided, then attached
 * as a file. What people typed stays text.
 */
@Component
final class SlackRenderer {
    private static final int CONTINUED = 150;
    private static final int LONGEST_ENTITY = 5;

    /** A message to post, or to put in another's place. */
    Rendered message(Message message, ActionIds actions) {
        BlockWriter writer = new BlockWriter(actions, true).write(message.blocks());
        String fallback = Fallback.of(message.fallbackText());
        int text = SlackLimits.MESSAGE_TEXT - Math.max(fallback.length(), CONTINUED * LONGEST_ENTITY);
        var room = new Pagination.Room(SlackLimits.MESSAGE_BLOCKS, text, SlackLimits.PAGES, rest("slack.rest"));
        Pagination pagination = Pagination.of(blocks(writer, message), room);
        var files = new ArrayList<>(writer.files());
        if (!pagination.rest().isEmpty()) {
            files.add(new Block.Attachment(text("slack.rest.file"), "text/plain", PlainWords.of(pagination.rest())));
        }
        return new Rendered(pages(pagination.pages(), message, fallback), files);
    }

    private static List<Page> pages(List<List<ObjectNode>> pages, Message message, String fallback) {
        var all = new ArrayList<Page>();
        all.add(new Page(fallback, Nodes.array(pages.getFirst())));
        for (int page = 2; page <= pages.size(); page++) {
            String continued =
                    text("slack.continued", "page", page, "pages", pages.size(), "message", message.fallbackText());
            all.add(new Page(Fallback.of(SlackText.shorten(continued, CONTINUED)), Nodes.array(pages.get(page - 1))));
        }
        return all;
    }

    /** A complete modal. @throws IllegalArgumentException when the form's id or the metadata is too long */
    ObjectNode modal(Form form, String privateMetadata) {
        return ModalView.of(form, privateMetadata);
    }

    /** A complete home; what does not fit is left out, which its end says, but no button is. */
    ObjectNode home(Message message, ActionIds actions) {
        BlockWriter writer = new BlockWriter(actions, false).write(message.blocks());
        var room = new Pagination.Room(SlackLimits.VIEW_BLOCKS, SlackLimits.HOME_TEXT, 1, rest("slack.rest.home"));
        ObjectNode view = Nodes.typed("home");
        view.set(
                "blocks",
                Nodes.array(Pagination.of(blocks(writer, message), room).pages().getFirst()));
        return view;
    }

    /** A message always has blocks, because Slack would read markup in a text that stands alone. */
    private static List<ObjectNode> blocks(BlockWriter writer, Message message) {
        String text = SlackText.clean(message.fallbackText());
        return writer.blocks().isEmpty()
                ? TextBlocks.of(Block.Text.body(Span.plain(SlackText.isBlank(text) ? "–" : text)))
                : writer.blocks();
    }

    private static ObjectNode rest(String caption) {
        return TextBlocks.of(Block.Text.note(Span.plain(text(caption, "file", text("slack.rest.file")))))
                .getFirst();
    }
}
