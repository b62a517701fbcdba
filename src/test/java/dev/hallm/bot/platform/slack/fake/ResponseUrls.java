package dev.hallm.bot.platform.slack.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** response_url: five messages within thirty minutes, to the person, the channel, or over the clicked message. */
final class ResponseUrls {
    private static final int USES = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Set<String> FIELDS = Set.of(
            "text",
            "blocks",
            "attachments",
            "response_type",
            "replace_original",
            "delete_original",
            "thread_ts",
            "mrkdwn",
            "unfurl_links",
            "unfurl_media",
            "metadata",
            "parse",
            "link_names");

    private final Workspace workspace;
    private final MessageRules rules;
    private final Problems problems;
    private final Clock clock;
    private final Supplier<String> baseUrl;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    private record Issued(
            String user, String channel, @Nullable SlackMessage clicked, Instant at, int uses) {
        Issued used() {
            return new Issued(user, channel, clicked, at, uses + 1);
        }
    }

    ResponseUrls(Workspace workspace, MessageRules rules, Problems problems, Clock clock, Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.rules = rules;
        this.problems = problems;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** A new one; {@code clicked} is the message whose button it came from, if any. */
    String issue(String user, String channel, @Nullable SlackMessage clicked) {
        String id = workspace.stamps().id("R");
        issued.put(id, new Issued(user, channel, clicked, clock.instant(), 0));
        return baseUrl.get() + "/response/" + id;
    }

    /** Takes a message that somebody posted there. */
    void respond(String id, JsonNode body) {
        Issued url = use(id);
        if (!(body instanceof ObjectNode given)) {
            throw new ApiError("invalid_payload");
        }
        given.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> problems.add("response_url: unknown field " + field));
        var request = new ApiRequest("response_url", given, "");
        if (request.flag("delete_original")) {
            original(url).ifPresent(message -> workspace.log().remove(message.channel(), message.ts()));
            return;
        }
        Optional<SlackMessage> original = request.flag("replace_original") ? original(url) : Optional.empty();
        if (original.isPresent()) {
            MessageRules.Content content = rules.content(request);
            SlackMessage old = original.get();
            workspace.log().put(old.showing(content.text(), workspace.stored(content.blocks()), old.metadata()));
        } else {
            show(url.user(), url.channel(), request);
        }
    }

    /** Shows a response or a command's acknowledgement as a new message. */
    void show(String user, String channel, ApiRequest request) {
        MessageRules.Content content = rules.content(request);
        String type = request.given("response_type").orElse("ephemeral");
        if (!type.equals("ephemeral") && !type.equals("in_channel")) {
            problems.add(request.method() + ": unknown response_type " + type);
        }
        String thread = request.given("thread_ts").orElse(null);
        workspace
                .log()
                .put(new SlackMessage(
                        channel,
                        workspace.stamps().next(),
                        thread,
                        workspace.botUserId(),
                        content.text(),
                        workspace.stored(content.blocks()),
                        null,
                        0,
                        type.equals("in_channel") ? null : user));
    }

    private synchronized Issued use(String id) {
        Issued url = issued.get(id);
        if (url == null || url.at().plus(LIFE).isBefore(clock.instant())) {
            throw new ApiError("expired_url");
        }
        if (url.uses() >= USES) {
            throw new ApiError("used_url");
        }
        issued.put(id, url.used());
        return url;
    }

    private Optional<SlackMessage> original(Issued url) {
        SlackMessage clicked = url.clicked();
        if (clicked == null) {
            problems.add("response_url: a command has no original message to replace or delete");
            return Optional.empty();
        }
        return workspace.log().find(clicked.channel(), clicked.ts());
    }
}
