package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/**
 * All buttons of a message in rows, a group in rows of its own while there are enough. None is dropped: those that one
 * message has no room for stand below the next ones.
 */
final class ButtonRows {
    private final ActionIds actions;
    private final List<List<Button>> groups;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private ButtonRows(Message message, ActionIds actions) {
        this.actions = actions;
        this.groups = message.blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .map(block -> ((Block.Buttons) block).buttons())
                .toList();
        Set<String> labels = new HashSet<>();
        groups.stream()
                .flatMap(List::stream)
                .map(Button::label)
                .filter(label -> !labels.add(label))
                .forEach(repeated::add);
    }

    /** The rows of each message that is needed, none without buttons. */
    static List<List<ActionRow>> of(Message message, ActionIds actions) {
        return new ButtonRows(message, actions).pages();
    }

    private List<List<ActionRow>> pages() {
        List<List<net.dv8tion.jda.api.components.buttons.Button>> drawn = groups.stream()
                .map(this::drawn)
                .filter(group -> !group.isEmpty())
                .toList();
        List<ActionRow> rows = drawn.stream()
                .flatMap(group -> ActionRow.partitionOf(group).stream())
                .toList();
        if (rows.size() > DiscordLimits.ROWS) {
            rows = ActionRow.partitionOf(drawn.stream().flatMap(List::stream).toList());
        }
        List<List<ActionRow>> pages = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += DiscordLimits.ROWS) {
            pages.add(rows.subList(i, Math.min(rows.size(), i + DiscordLimits.ROWS)));
        }
        return pages;
    }

    /** Discord refuses an id that comes twice; the same action needs one button only. */
    private List<net.dv8tion.jda.api.components.buttons.Button> drawn(List<Button> group) {
        List<net.dv8tion.jda.api.components.buttons.Button> drawn = new ArrayList<>();
        for (Button button : group) {
            String id = actions.idOf(button.action());
            if (ids.add(id)) {
                drawn.add(net.dv8tion.jda.api.components.buttons.Button.of(style(button), id, label(button)));
            }
        }
        return drawn;
    }

    /**
     * Rows stand apart from what they belong to: a label that comes twice is the long one, which names the tenant. A
     * button's question is not asked here, since Discord has no such dialog: verbs that must ask open a form.
     */
    private String label(Button button) {
        String label = repeated.contains(button.label()) ? button.accessibilityLabel() : button.label();
        return CleanText.shown(label, DiscordLimits.BUTTON_LABEL);
    }

    private static ButtonStyle style(Button button) {
        return switch (button.style()) {
            case DEFAULT -> ButtonStyle.SECONDARY;
            case PRIMARY -> ButtonStyle.PRIMARY;
            case DANGER -> ButtonStyle.DANGER;
        };
    }
}
