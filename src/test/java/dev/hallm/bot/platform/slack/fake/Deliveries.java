package dev.hallm.bot.platform.slack.fake;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The payloads of everything that Slack delivers, with all documented fields. */
public final class Deliveries {
    private static final String TOKEN = "fake-verification-token";

    private final Workspace workspace;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Problems problems;

    Deliveries(Workspace workspace, Triggers triggers, ResponseUrls responseUrls, Problems problems) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    ResponseUrls responseUrls() {
        return responseUrls;
    }

    private SlackUser user(String id) {
        return workspace.user(id).orElseThrow(() -> new IllegalArgumentException("nobody is " + id));
    }

    /** A channel, or a conversation between others that the bot knows nothing of. */
    private SlackChannel channel(String id) {
        return workspace.find(id).orElseGet(() -> new SlackChannel(id, "", true, false, false, "somebody"));
    }

    /** A slash command. */
    public Delivery command(String userId, String channelId, String command, String text) {
        SlackUser user = user(userId);
        SlackChannel channel = channel(channelId);
        ObjectNode form = Json.object();
        form.put("token", TOKEN).put("team_id", user.teamId()).put("team_domain", workspace.domain());
        form.put("channel_id", channel.id()).put("channel_name", channel.deliveredName());
        form.put("user_id", userId).put("user_name", user.name());
        form.put("command", command).put("text", text).put("api_app_id", workspace.appId());
        form.put("is_enterprise_install", "false");
        form.put("response_url", responseUrls.issue(userId, channel.id(), null));
        form.put("trigger_id", triggers.issue(userId));
        return Delivery.first(Delivery.Kind.COMMAND, form);
    }

    /** Any event in its envelope. */
    public Delivery event(ObjectNode event) {
        ObjectNode envelope = Json.object();
        envelope.put("token", TOKEN).put("team_id", workspace.teamId()).put("context_team_id", workspace.teamId());
        envelope.putNull("context_enterprise_id").put("api_app_id", workspace.appId());
        envelope.set("event", event);
        envelope.put("type", "event_callback")
                .put("event_id", workspace.stamps().id("Ev"));
        envelope.put("event_time", workspace.stamps().seconds());
        ObjectNode authorization = envelope.putArray("authorizations").addObject();
        authorization.putNull("enterprise_id").put("team_id", workspace.teamId());
        authorization.put("user_id", workspace.botUserId()).put("is_bot", true).put("is_enterprise_install", false);
        boolean shared = !user(Json.text(event, "user")).teamId().equals(workspace.teamId());
        envelope.put("is_ext_shared_channel", shared).put("event_context", "4-fake-" + UUID.randomUUID());
        return Delivery.first(Delivery.Kind.EVENT, envelope);
    }

    /** A message of a person, which is written into the conversation too. */
    Delivery written(String type, String userId, SlackChannel channel, @Nullable String thread, String text) {
        String ts = workspace.stamps().next();
        var blocks = richText(text);
        workspace.log().put(new SlackMessage(channel.id(), ts, thread, userId, text, blocks, null, 0, null));
        ObjectNode event = Json.object().put("type", type).put("user", userId).put("ts", ts);
        event.put("client_msg_id", UUID.randomUUID().toString()).put("text", text);
        event.put("team", user(userId).teamId()).set("blocks", blocks);
        if (thread != null) {
            event.put("thread_ts", thread).put("parent_user_id", workspace.botUserId());
        }
        event.put("channel", channel.id()).put("event_ts", ts);
        if (channel.isDirect()) {
            event.put("channel_type", "im");
        }
        return event(event);
    }

    private static tools.jackson.databind.node.ArrayNode richText(String text) {
        var blocks = Json.array();
        ObjectNode block = blocks.addObject().put("type", "rich_text").put("block_id", "b" + text.length());
        ObjectNode section = block.putArray("elements").addObject().put("type", "rich_text_section");
        section.putArray("elements").addObject().put("type", "text").put("text", text.isEmpty() ? " " : text);
        return blocks;
    }

    /** {@code @bot text} in a channel or thread. */
    public Delivery mention(String userId, String channelId, @Nullable String threadTs, String text) {
        String whole = "<@" + workspace.botUserId() + ">" + (text.isEmpty() ? "" : " " + text);
        return written("app_mention", userId, channel(channelId), threadTs, whole);
    }

    /** A direct message to the bot. */
    public Delivery directMessage(String userId, String text) {
        return written("message", userId, workspace.directChannel(userId), null, text);
    }

    /** What Slack tells the bot of its own direct message when it listens to message.im. */
    public Delivery ownMessage(SlackMessage message) {
        ObjectNode event = message.json(workspace, false);
        event.put("channel", message.channel()).put("channel_type", "im").put("event_ts", message.ts());
        return event(event);
    }

    /** The person opens the app: {@code home} or {@code messages}. */
    public Delivery homeOpened(String userId, String tab) {
        ObjectNode event = Json.object().put("type", "app_home_opened").put("user", userId);
        event.put("channel", workspace.directChannel(userId).id()).put("tab", tab);
        event.put("event_ts", workspace.stamps().next());
        workspace
                .home(userId)
                .filter(view -> tab.equals("home"))
                .ifPresent(view -> event.set("view", view.json().deepCopy()));
        return event(event);
    }

    private ObjectNode interaction(String type, String userId) {
        SlackUser user = user(userId);
        ObjectNode payload = Json.object().put("type", type);
        payload.putObject("team").put("id", user.teamId()).put("domain", workspace.domain());
        payload.putObject("user")
                .put("id", userId)
                .put("username", user.name())
                .put("name", user.name())
                .put("team_id", user.teamId());
        payload.put("api_app_id", workspace.appId()).put("token", TOKEN);
        payload.putNull("enterprise").put("is_enterprise_install", false);
        return payload;
    }

    /** A button or menu of a message, ephemeral or not. */
    public Delivery action(String userId, SlackMessage message, ObjectNode action, Map<String, ObjectNode> entered) {
        ObjectNode payload = interaction("block_actions", userId);
        SlackChannel channel = channel(message.channel());
        container(payload, message);
        payload.put("trigger_id", triggers.issue(userId));
        payload.putObject("channel").put("id", channel.id()).put("name", channel.deliveredName());
        if (!message.isEphemeral()) {
            payload.set("message", message.json(workspace, false));
        }
        payload.putObject("state").set("values", values(message.blocks(), entered));
        payload.put("response_url", responseUrls.issue(userId, channel.id(), message));
        payload.putArray("actions").add(stamped(action));
        return Delivery.first(Delivery.Kind.INTERACTION, payload);
    }

    private static void container(ObjectNode payload, SlackMessage message) {
        ObjectNode container = payload.putObject("container").put("type", "message");
        container.put("message_ts", message.ts()).put("channel_id", message.channel());
        container.put("is_ephemeral", message.isEphemeral());
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
    }

    /** A button or menu of a modal or home view. */
    public Delivery action(String userId, SlackView view, ObjectNode action, Map<String, ObjectNode> entered) {
        ObjectNode payload = interaction("block_actions", userId);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.put("trigger_id", triggers.issue(userId));
        payload.set("view", shown(view, entered));
        payload.putArray("actions").add(stamped(action));
        return Delivery.first(Delivery.Kind.INTERACTION, payload);
    }

    private ObjectNode stamped(ObjectNode action) {
        return Json.copy(action).put("action_ts", workspace.stamps().next());
    }

    private static ObjectNode shown(SlackView view, Map<String, ObjectNode> entered) {
        ObjectNode json = Json.copy(view.json());
        json.putObject("state").set("values", values(view.blocks(), entered));
        return json;
    }

    /** state.values: what each field holds, by block and action. */
    static ObjectNode values(JsonNode blocks, Map<String, ObjectNode> entered) {
        ObjectNode values = Json.object();
        for (FormField field : FormField.in(blocks)) {
            ObjectNode held = entered.getOrDefault(field.key(), field.initial());
            values.withObjectProperty(field.blockId()).set(field.actionId(), held.deepCopy());
        }
        return values;
    }

    /** A modal's submission. */
    public Delivery submission(SlackView view, Map<String, ObjectNode> entered) {
        ObjectNode payload = interaction("view_submission", view.user());
        payload.put("trigger_id", triggers.issue(view.user()));
        payload.set("view", shown(view, entered));
        payload.putArray("response_urls");
        return Delivery.first(Delivery.Kind.INTERACTION, payload);
    }

    /** A modal closed by its cross; Slack tells only of views with notify_on_close. */
    public Delivery closed(SlackView view, boolean cleared) {
        ObjectNode payload = interaction("view_closed", view.user());
        payload.set("view", shown(view, Map.of()));
        payload.put("is_cleared", cleared);
        return Delivery.first(Delivery.Kind.INTERACTION, payload);
    }

    /** What was typed so far into an external select of a view. */
    Delivery suggestion(SlackView view, FormField field, String typed) {
        ObjectNode payload = interaction("block_suggestion", view.user());
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.put("action_id", field.actionId())
                .put("block_id", field.blockId())
                .put("value", typed);
        payload.set("view", shown(view, Map.of()));
        return Delivery.first(Delivery.Kind.INTERACTION, payload);
    }

    /** The check that Slack makes of a new events URL. */
    public Delivery urlVerification(String challenge) {
        return Delivery.first(
                Delivery.Kind.EVENT,
                Json.object().put("token", TOKEN).put("challenge", challenge).put("type", "url_verification"));
    }

    /** The check that Slack makes now and then of a command's certificate. */
    public Delivery sslCheck() {
        return Delivery.first(
                Delivery.Kind.COMMAND, Json.object().put("ssl_check", "1").put("token", TOKEN));
    }
}
