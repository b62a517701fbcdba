package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ActionIds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/**
 * Messages as text, embed and rows of buttons, forms as modals. Components V2 are not used: they cannot be set on a
 * deferred answer and never be taken back. The embed shows the message; the text above it is the fallback text, since
 * notifications show nothing of an embed. A message of one paragraph that says the same is text alone.
 */
@Component
final class DiscordRenderer {
    private final SpanWords words;

    DiscordRenderer(ChatSettings settings) {
        this.words = new SpanWords(settings.timeZone());
    }

    /** The message, with further ones where one does not hold it all. */
    Rendered message(Message message, ActionIds actions) {
        List<List<ActionRow>> rows = ButtonRows.of(message, actions);
        Set<String> pings = Pings.of(message);
        Optional<String> alone = alone(message);
        BlockWriter blocks = new BlockWriter(words);
        blocks.write(message);
        List<MessageEmbed> embeds = alone.isPresent() ? List.of() : blocks.embeds(message.tone());
        List<MessageCreateData> pages = new ArrayList<>();
        for (int i = 0; i < Math.max(1, Math.max(embeds.size(), rows.size())); i++) {
            String content = i == 0 ? alone.orElseGet(() -> above(message, pings)) : "";
            pages.add(page(
                    content.isEmpty() && i >= embeds.size() ? text("discord.more-buttons") : content,
                    i < embeds.size() ? List.of(embeds.get(i)) : List.of(),
                    i < rows.size() ? rows.get(i) : List.of(),
                    i == 0 ? pings : Set.of()));
        }
        return new Rendered(pages, blocks.files());
    }

    private static MessageCreateData page(
            String content, List<MessageEmbed> embeds, List<ActionRow> rows, Set<String> pings) {
        MessageCreateBuilder page = new MessageCreateBuilder()
                .setContent(content)
                .setEmbeds(embeds)
                .setComponents(rows)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false);
        return (pings.isEmpty() ? page : page.mentionUsers(pings)).build();
    }

    /** The paragraph of a message that says only what its fallback text says. */
    private Optional<String> alone(Message message) {
        List<Block> shown = message.blocks().stream()
                .filter(block -> !(block instanceof Block.Buttons || block instanceof Block.Attachment))
                .toList();
        return shown.size() == 1
                        && shown.getFirst() instanceof Block.Text(Block.Text.Style style, List<Span> spans)
                        && style == Block.Text.Style.BODY
                        && words.of(spans).equals(CleanText.of(message.fallbackText()))
                ? Optional.of(SpanMarkdown.of(spans)).filter(line -> line.length() <= DiscordLimits.CONTENT)
                : Optional.empty();
    }

    private static String above(Message message, Set<String> pings) {
        StringBuilder line = new StringBuilder();
        pings.forEach(user -> line.append("<@").append(user).append("> "));
        String fallback = CleanText.shown(message.fallbackText(), DiscordLimits.FALLBACK);
        return line.append(Markdown.escape(fallback)).toString();
    }

    /** The form as a modal, whose id is the form's. */
    Modal modal(Form form) {
        return FormModal.of(form);
    }
}
