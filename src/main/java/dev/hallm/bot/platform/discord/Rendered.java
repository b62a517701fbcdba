package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * A message as Discord takes it.
 *
 * @param pages never empty; the first is the message itself with its buttons, so an edit of it is one of the message
 * @param files the message's own attachments and what did not fit the pages, for the sender to attach
 */
record Rendered(List<MessageCreateData> pages, List<Block.Attachment> files) {
    Rendered {
        pages = List.copyOf(pages);
        files = List.copyOf(files);
    }

    MessageCreateData first() {
        return pages.getFirst();
    }

    /** The first page as an edit that replaces text, embeds, buttons and files, also with none. */
    MessageEditData edit() {
        return MessageEditData.fromCreateData(first());
    }
}
