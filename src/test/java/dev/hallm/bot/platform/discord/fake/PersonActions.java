package dev.hallm.bot.platform.discord.fake;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person can do from one channel. */
public final class PersonActions {
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int MODAL_SUBMIT = 5;

    private final World world;
    private final DiscordPerson person;
    private final DiscordChannel channel;

    PersonActions(World world, DiscordPerson person, DiscordChannel channel) {
        this.world = world;
        this.person = person;
        this.channel = channel;
    }

    /** Runs a command, {@code "user create"}, with its options by name. */
    public SentInteraction slash(String path, Map<String, ?> options) {
        return world.locked(() -> {
            CommandCall call = CommandCall.of(world, person, channel, path);
            return send(COMMAND, call.complete(options));
        });
    }

    /** Types into an option; others are filled in already. */
    public SentInteraction autocompletes(String path, String option, String typed, Map<String, ?> others) {
        return world.locked(() -> {
            CommandCall call = CommandCall.of(world, person, channel, path);
            return send(AUTOCOMPLETE, call.typing(option, typed, others));
        });
    }

    public SentInteraction clicks(DiscordMessage message, String label) {
        return world.locked(() -> {
            see(message);
            MessageButton button = message.button(label);
            String customId =
                    button.customId().orElseThrow(() -> new NotOffered("'" + label + "' is a link, not a button"));
            if (button.disabled()) {
                throw new NotOffered("'" + label + "' is disabled");
            }
            ObjectNode data = Json.object().put("custom_id", customId);
            data.put("component_type", Components.BUTTON).put("id", button.id());
            return world.interactions().send(person, channel, COMPONENT, data, message);
        });
    }

    /** Clicks a button that the message had when it was seen: the client had not caught up. */
    public SentInteraction clicksAsSeen(DiscordMessage message, String customId) {
        return world.locked(() -> {
            see(message);
            ObjectNode data = Json.object().put("custom_id", customId);
            data.put("component_type", Components.BUTTON).put("id", 1);
            return world.interactions().send(person, channel, COMPONENT, data, message);
        });
    }

    /** Chooses in a select below a message, by the select's custom id. */
    public SentInteraction selects(DiscordMessage message, String customId, List<String> values) {
        return world.locked(() -> {
            see(message);
            JsonNode select = Components.all(message.components()).stream()
                    .filter(component -> Json.text(component, "custom_id").equals(customId))
                    .findFirst()
                    .orElseThrow(() -> new NotOffered("no select " + customId));
            ObjectNode data = Json.object().put("custom_id", customId);
            data.put("component_type", Components.type(select))
                    .put("id", select.path("id").asInt(0));
            ArrayNode chosen = data.putArray("values");
            values.forEach(chosen::add);
            return world.interactions().send(person, channel, COMPONENT, data, message);
        });
    }

    /** Fills in a modal by label and submits it. */
    public SentInteraction submits(OpenedModal modal, Map<String, ?> valuesByLabel) {
        return world.locked(() -> {
            if (modal.interaction().person() != person) {
                throw new NotOffered("the modal is in front of somebody else");
            }
            DiscordMessage source = modal.interaction().source().orElse(null);
            return world.interactions().send(person, channel, MODAL_SUBMIT, modal.filled(valuesByLabel), source);
        });
    }

    /** Sends an interaction of a type that nobody knows yet. */
    public SentInteraction somethingNew(int type, ObjectNode data) {
        return send(type, data);
    }

    /** Runs a command whose payload has fields that nobody knows yet. */
    public SentInteraction slashWith(ObjectNode unknownFields, String path, Map<String, ?> options) {
        return world.locked(() -> {
            CommandCall call = CommandCall.of(world, person, channel, path);
            ObjectNode payload = InteractionJson.of(world, person, channel, COMMAND);
            payload.set("data", call.complete(options));
            payload.setAll(unknownFields);
            return world.interactions().send(person, channel, payload, null);
        });
    }

    private SentInteraction send(int type, ObjectNode data) {
        return world.interactions().send(person, channel, type, data, null);
    }

    private void see(DiscordMessage message) {
        if (message.channel() != channel || message.isDeleted() || !message.isVisibleTo(person)) {
            throw new NotOffered(person.username() + " does not see this message here");
        }
    }
}
