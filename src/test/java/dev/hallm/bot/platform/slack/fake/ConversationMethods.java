package dev.hallm.bot.platform.slack.fake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** conversations.*: channels and what was said in them. */
final class ConversationMethods {
    private final Workspace workspace;
    private final Destinations destinations;
    private final Tokens tokens;

    ConversationMethods(Workspace workspace, Destinations destinations, Tokens tokens) {
        this.workspace = workspace;
        this.destinations = destinations;
        this.tokens = tokens;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.info", this::info,
                "conversations.list", this::list,
                "conversations.history", this::history,
                "conversations.replies", this::replies);
    }

    private ObjectNode open(ApiRequest request) {
        String user = request.given("users").orElseThrow(() -> new ApiError("users_list_not_supplied"));
        SlackUser person = workspace.user(user).orElseThrow(() -> new ApiError("user_not_found"));
        destinations.reachable(person);
        ObjectNode answer = Json.object().put("no_op", false).put("already_open", false);
        answer.putObject("channel").put("id", workspace.directChannel(user).id());
        return answer;
    }

    private SlackChannel known(ApiRequest request, String right) {
        String id = request.need("channel");
        SlackChannel channel = workspace
                .find(id)
                .filter(found -> found.id().equals(id))
                .filter(found -> found.botIsMember() || !found.isPrivate())
                .orElseThrow(() -> new ApiError("channel_not_found"));
        tokens.need(Set.of(kind(channel) + ":" + right));
        return channel;
    }

    private static String kind(SlackChannel channel) {
        if (channel.isDirect()) {
            return "im";
        }
        return channel.isPrivate() ? "groups" : "channels";
    }

    private ObjectNode info(ApiRequest request) {
        ObjectNode answer = Json.object();
        answer.set("channel", known(request, "read").json(workspace.teamId()));
        return answer;
    }

    private ObjectNode list(ApiRequest request) {
        Set<String> types =
                Set.of(request.given("types").orElse("public_channel").split(",", -1));
        List<SlackChannel> shown = workspace.channels().stream()
                .filter(channel -> types.contains(type(channel)))
                .filter(channel -> channel.botIsMember() || !channel.isPrivate())
                .filter(channel -> !request.flag("exclude_archived") || !channel.archived())
                .toList();
        var page = Page.of(shown, request, 100);
        return page.answer("channels", channel -> channel.json(workspace.teamId()));
    }

    private static String type(SlackChannel channel) {
        if (channel.isDirect()) {
            return "im";
        }
        return channel.isPrivate() ? "private_channel" : "public_channel";
    }

    private SlackChannel readable(ApiRequest request) {
        SlackChannel channel = known(request, "history");
        if (!channel.botIsMember()) {
            throw new ApiError("not_in_channel");
        }
        return channel;
    }

    private ObjectNode history(ApiRequest request) {
        SlackChannel channel = readable(request);
        List<SlackMessage> newestFirst = workspace.messages(channel.id()).stream()
                .filter(message ->
                        message.threadTs() == null || message.threadTs().equals(message.ts()))
                .filter(message -> within(message, request))
                .sorted(Comparator.comparing(SlackMessage::ts).reversed())
                .toList();
        return shown(newestFirst, request);
    }

    private ObjectNode replies(ApiRequest request) {
        SlackChannel channel = readable(request);
        String parent = request.need("ts");
        if (!workspace.log().hasThread(channel.id(), parent)) {
            throw new ApiError("thread_not_found");
        }
        var thread = new ArrayList<SlackMessage>();
        for (SlackMessage message : workspace.messages(channel.id())) {
            boolean first = message.ts().equals(parent);
            if (first || (parent.equals(message.threadTs()) && within(message, request))) {
                thread.add(message);
            }
        }
        return shown(thread, request);
    }

    private static boolean within(SlackMessage message, ApiRequest request) {
        boolean inclusive = request.flag("inclusive");
        boolean after = request.given("oldest")
                .map(oldest -> compare(message.ts(), oldest))
                .map(order -> order > 0 || (inclusive && order == 0))
                .orElse(true);
        boolean before = request.given("latest")
                .map(latest -> compare(message.ts(), latest))
                .map(order -> order < 0 || (inclusive && order == 0))
                .orElse(true);
        return after && before;
    }

    private static int compare(String ts, String other) {
        try {
            return new BigDecimal(ts).compareTo(new BigDecimal(other));
        } catch (NumberFormatException notATimestamp) {
            throw new ApiError("invalid_ts_latest");
        }
    }

    private ObjectNode shown(List<SlackMessage> messages, ApiRequest request) {
        boolean metadata = request.flag("include_all_metadata");
        var page = Page.of(messages, request, 100);
        return page.answer("messages", message -> message.json(workspace, metadata));
    }
}
