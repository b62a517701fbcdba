package dev.hallm.bot.platform.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in front of Slack's client: writes, clicks, fills in forms, and sees what comes of it. */
public final class SlackPerson {
    private final String id;
    private final Workspace workspace;
    private final SlackTransport transport;
    private final Deliveries deliveries;
    private final Acknowledgements acknowledgements;
    private final Map<String, ObjectNode> entered = new ConcurrentHashMap<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private volatile String channel;
    private volatile Map<String, String> formErrors = Map.of();

    SlackPerson(String id, Workspace workspace, SlackTransport transport, Deliveries deliveries) {
        this.id = id;
        this.workspace = workspace;
        this.transport = transport;
        this.deliveries = deliveries;
        this.acknowledgements = new Acknowledgements(workspace, deliveries);
        this.channel = workspace.directChannel(id).id();
    }

    public String id() {
        return id;
    }

    /** From now on commands are typed in this conversation (id or channel name); at first it is the direct message. */
    public SlackPerson in(String conversation) {
        channel = workspace.find(conversation).map(SlackChannel::id).orElse(conversation);
        return this;
    }

    /** What Slack itself told the person, as that a command failed. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Types {@code /hallm text}. */
    public Receipt slash(String text) {
        return slash("/hallm", text);
    }

    /** Types a slash command. */
    public Receipt slash(String command, String text) {
        String where = channel;
        Receipt receipt = transport.deliver(deliveries.command(id, where, command, text));
        if (acknowledged(receipt, command + " failed")) {
            acknowledgements.ofCommand(receipt, id, where);
        }
        return receipt;
    }

    /** Writes {@code @bot text} into a channel, or into the thread of a message there. */
    public Receipt mention(String conversation, @Nullable String threadTs, String text) {
        String where = workspace.find(conversation).map(SlackChannel::id).orElse(conversation);
        return transport.deliver(deliveries.mention(id, where, threadTs, text));
    }

    /** Writes to the bot directly. */
    public Receipt dm(String text) {
        return transport.deliver(deliveries.directMessage(id, text));
    }

    public Receipt opensHome() {
        return transport.deliver(deliveries.homeOpened(id, "home"));
    }

    /** Delivers something once more, as Slack does with an event: same event id, with the retry headers. */
    public Receipt again(Receipt earlier, int number, String reason) {
        return transport.deliver(earlier.delivery().again(number, reason));
    }

    // Clicks

    /** Clicks a button of a message as it looks now, confirming whatever the button asks. */
    public Receipt click(SlackMessage message, String label) {
        SlackMessage now = workspace
                .message(message.channel(), message.ts())
                .orElseThrow(() -> new AssertionError("the message is gone: " + message.text()));
        return clickAsSeen(now, label);
    }

    /** Clicks a button of a message as it looked when it was fetched: the client had not caught up. */
    public Receipt clickAsSeen(SlackMessage message, String label) {
        return acted(deliveries.action(id, message, pressed(message.button(label)), entered));
    }

    /** Clicks a button of the app's home. */
    public Receipt clickInHome(String label) {
        SlackView home = workspace.home(id).orElseThrow(() -> new AssertionError("there is no home view"));
        return acted(deliveries.action(id, home, pressed(home.button(label)), entered));
    }

    /** Clicks a button inside the open modal. */
    public Receipt clickInModal(String label) {
        SlackView modal = modal();
        return acted(deliveries.action(id, modal, pressed(modal.button(label)), entered));
    }

    /** Chooses something of a menu in a message, by its text or value. */
    public Receipt chooses(SlackMessage message, String field, String option) {
        FormField menu = FormField.named(field, message.blocks());
        return acted(deliveries.action(id, message, chosen(menu, option), entered));
    }

    /** Chooses something of a menu in the home view. */
    public Receipt choosesInHome(String field, String option) {
        SlackView home = workspace.home(id).orElseThrow(() -> new AssertionError("there is no home view"));
        FormField menu = FormField.named(field, home.blocks());
        return acted(deliveries.action(id, home, chosen(menu, option), entered));
    }

    private static ObjectNode pressed(SlackButton button) {
        ObjectNode action = Json.object().put("action_id", button.actionId()).put("block_id", button.blockId());
        action.set("text", button.element().path("text").deepCopy());
        for (String field : List.of("value", "style", "url")) {
            if (button.element().has(field)) {
                action.set(field, button.element().path(field).deepCopy());
            }
        }
        return action.put("type", "button");
    }

    private ObjectNode chosen(FormField menu, String option) {
        ObjectNode state = menu.holding(option, menu.options());
        entered.put(menu.key(), state);
        ObjectNode action = Json.copy(state);
        return action.put("action_id", menu.actionId()).put("block_id", menu.blockId());
    }

    private Receipt acted(Delivery delivery) {
        Receipt receipt = transport.deliver(delivery);
        if (acknowledged(receipt, "a click failed")) {
            acknowledgements.ofAction(receipt);
        }
        return receipt;
    }

    // Forms

    /** The topmost open modal. @throws AssertionError when none is open */
    public SlackView modal() {
        List<SlackView> open = workspace.modals(id);
        if (open.isEmpty()) {
            throw new AssertionError("no modal is open; Slack said " + notices);
        }
        return open.getLast();
    }

    /** Fills in fields of the open modal, named by label, block id or action id; of options by text or value. */
    public SlackPerson fillsModal(Map<String, String> fields) {
        SlackView view = modal();
        fields.forEach((name, value) -> {
            FormField field = FormField.named(name, view.blocks());
            boolean external = field.type().equals("external_select");
            List<JsonNode> offered = external && !value.isEmpty() ? suggestions(name, value) : field.options();
            entered.put(field.key(), field.holding(value, offered));
        });
        return this;
    }

    /** What an external select of the open modal offers for the text typed so far. */
    public List<JsonNode> suggestions(String name, String typed) {
        SlackView view = modal();
        Receipt receipt = transport.deliver(deliveries.suggestion(view, FormField.named(name, view.blocks()), typed));
        var offered = new ArrayList<JsonNode>();
        if (acknowledged(receipt, "no suggestions")) {
            receipt.json().path("options").forEach(offered::add);
            receipt.json()
                    .path("option_groups")
                    .forEach(group -> group.path("options").forEach(offered::add));
        }
        checkOffered(offered);
        return offered;
    }

    private void checkOffered(List<JsonNode> offered) {
        if (offered.size() > 100) {
            deliveries.problems().add("block_suggestion: " + offered.size() + " options, 100 are allowed");
        }
        for (JsonNode option : offered) {
            Probe probe = Probe.at("/options", option);
            TextRules.option(probe, false, false);
            probe.findings().forEach(finding -> deliveries.problems().add("block_suggestion: " + finding));
        }
    }

    /** Submits the open modal. @throws AssertionError when Slack's client would not let the person */
    public Receipt submits() {
        SlackView view = modal();
        for (FormField field : FormField.in(view.blocks())) {
            field.objection(entered.getOrDefault(field.key(), field.initial())).ifPresent(objection -> {
                throw new AssertionError("Slack does not submit this: " + objection);
            });
        }
        return submitsOnce(deliveries.submission(view, entered), view);
    }

    /** Delivers a submission that was delivered before, as a double click or a repeat would. */
    public Receipt submitsAgain(Receipt earlier) {
        return transport.deliver(earlier.delivery());
    }

    private Receipt submitsOnce(Delivery submission, SlackView view) {
        Receipt receipt = transport.deliver(submission);
        formErrors = Map.of();
        if (acknowledged(receipt, "We had some trouble connecting. Try again?")) {
            formErrors = acknowledgements.ofSubmission(receipt, view);
        }
        return receipt;
    }

    /** The errors that the last submission was answered with, by block id. */
    public Map<String, String> formErrors() {
        return formErrors;
    }

    /** Closes the topmost modal; the bot hears of it when it asked to. */
    public void closesModal() {
        SlackView view = modal();
        workspace.views().close(id, view.id());
        if (view.json().path("notify_on_close").asBoolean(false)) {
            transport.deliver(deliveries.closed(view, false));
        }
    }

    private boolean acknowledged(Receipt receipt, String notice) {
        if (!receipt.acknowledged()) {
            boolean late = receipt.status() == 0 || receipt.latency().compareTo(Receipt.PATIENCE) > 0;
            notices.add(notice + (late ? ": operation_timeout" : ": http_error " + receipt.status()));
        }
        return receipt.acknowledged();
    }
}
