package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Block;
import java.util.List;

/**
 * A message as Slack takes it.
 *
 * @param pages the first is the message itself; there are more only when one could not hold it
 * @param files to be uploaded beside it
 */
record Rendered(List<Page> pages, List<Block.Attachment> files) {
    Rendered {
        pages = List.copyOf(pages);
        files = List.copyOf(files);
    }

    /** The message itself. */
    Page first() {
        return pages.getFirst();
    }
}
