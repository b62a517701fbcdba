package dev.hallm.bot.platform.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;

/** What was filled into a modal, by field name; a person is a mention, and what was left out is not there. */
final class ModalValues {
    private ModalValues() {}

    static Map<String, String> of(ModalInteraction interaction) {
        return of(interaction.getValues());
    }

    static Map<String, String> of(List<ModalMapping> mappings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ModalMapping mapping : mappings) {
            value(mapping)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(mapping.getCustomId(), value));
        }
        return values;
    }

    private static Optional<String> value(ModalMapping mapping) {
        Component.Type type = mapping.getType();
        if (type == Component.Type.TEXT_INPUT) {
            return Optional.ofNullable(mapping.getAsOptionalString());
        }
        if (type == Component.Type.STRING_SELECT) {
            return mapping.getAsStringList().stream().findFirst();
        }
        if (type == Component.Type.USER_SELECT) {
            return mapping.getAsStringList().stream().findFirst().map(id -> "<@" + id + ">");
        }
        return Optional.empty();
    }
}
