package dev.hallm.bot.platform.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * One embed while it is written. Text before the first field is the description; text after it is a field of its own,
 * so that everything stays in the message's order.
 */
final class EmbedPage {
    private static final String NO_NAME = "\u200B";
    /** Kept for the note that there is a file. */
    private static final int RESERVE = 120;

    private final StringBuilder description = new StringBuilder();
    private final List<MessageEmbed.Field> fields = new ArrayList<>();
    private String title = "";

    boolean isEmpty() {
        return title.isEmpty() && isFresh();
    }

    /** Nothing but perhaps a title. */
    boolean isFresh() {
        return description.isEmpty() && fields.isEmpty();
    }

    void title(String markdown) {
        title = markdown;
    }

    boolean hasTitle() {
        return !title.isEmpty();
    }

    private int left() {
        int used = title.length() + description.length();
        for (MessageEmbed.Field field : fields) {
            used += length(field.getName()) + length(field.getValue());
        }
        return DiscordLimits.EMBED - RESERVE - used;
    }

    private static int length(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** One field is kept for the note. */
    private boolean isFull() {
        return fields.size() >= DiscordLimits.FIELDS - 1;
    }

    /** How long the next text may be, under a caption or (when that is empty) none. */
    int room(String caption) {
        if (fields.isEmpty()) {
            int above = "\n".length() + (caption.isEmpty() ? 0 : "**".length() * 2 + caption.length() + 1);
            return Math.min(DiscordLimits.DESCRIPTION - RESERVE - description.length(), left()) - above;
        }
        if (isFull()) {
            return 0;
        }
        return Math.min(DiscordLimits.FIELD_VALUE, left() - Math.max(1, caption.length()));
    }

    /** Adds text that fits the room. */
    void text(String caption, String markdown) {
        if (fields.isEmpty()) {
            description.append(description.isEmpty() ? "" : "\n");
            description.append(caption.isEmpty() ? "" : "**" + caption + "**\n").append(markdown);
        } else if (!caption.isEmpty() || !goesOn(markdown)) {
            fields.add(new MessageEmbed.Field(caption.isEmpty() ? NO_NAME : caption, markdown, false));
        }
    }

    private boolean goesOn(String markdown) {
        MessageEmbed.Field last = fields.getLast();
        String longer = last.getValue() + "\n" + markdown;
        if (!NO_NAME.equals(last.getName()) || longer.length() > DiscordLimits.FIELD_VALUE) {
            return false;
        }
        fields.set(fields.size() - 1, new MessageEmbed.Field(NO_NAME, longer, false));
        return true;
    }

    /** Adds a field unless it does not fit. */
    boolean field(String name, String value, boolean inline) {
        if (isFull() || left() < name.length() + value.length()) {
            return false;
        }
        fields.add(new MessageEmbed.Field(name, value, inline));
        return true;
    }

    /** Adds the last line, for which room is kept. */
    void last(String markdown) {
        text("", markdown);
    }

    /** The embed, if there is anything to show. */
    Optional<MessageEmbed> embed(int colour) {
        if (isEmpty()) {
            return Optional.empty();
        }
        EmbedBuilder embed = new EmbedBuilder().setColor(colour).setDescription(description);
        fields.forEach(embed::addField);
        return Optional.of((hasTitle() ? embed.setTitle(title) : embed).build());
    }
}
