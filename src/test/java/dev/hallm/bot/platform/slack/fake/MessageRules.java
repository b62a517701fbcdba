package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What Slack demands of a message's text, blocks and metadata, whichever way it comes. */
final class MessageRules {
    private static final int LONGEST_TEXT = 40_000;
    private static final int RECOMMENDED_TEXT = 4_000;
    private static final int ALL_TEXT = 12_000;
    /** The least that was reported refused (slackapi/bolt-js#2867). */
    private static final int ALL_TEXT_DOUBTFUL = 11_300;

    private static final int LONGEST_METADATA = 8_000;

    private final Problems problems;

    MessageRules(Problems problems) {
        this.problems = problems;
    }

    /** Text and blocks that passed. */
    record Content(String text, JsonNode blocks) {}

    /** Checks and takes what a request wants shown. */
    Content content(ApiRequest request) {
        JsonNode blocks = request.structure("blocks", "invalid_blocks_format");
        Content content =
                new Content(request.text("text"), blocks.isMissingNode() || blocks.isNull() ? Json.array() : blocks);
        if (!content.blocks().isArray()) {
            throw new ApiError("invalid_blocks_format");
        }
        if (content.text().isEmpty()
                && content.blocks().isEmpty()
                && !request.arguments().has("attachments")) {
            throw new ApiError("no_text");
        }
        text(request.method(), content);
        blocks(content.blocks());
        cumulative(request.method(), content);
        return content;
    }

    private void text(String method, Content content) {
        int length = content.text().length();
        if (length > LONGEST_TEXT) {
            throw new ApiError("msg_too_long");
        }
        if (length > RECOMMENDED_TEXT) {
            problems.add(method + ": text of " + length + " characters, recommended are 4,000 at most");
        }
        if (content.text().isEmpty()) {
            problems.add(method + ": blocks without text, which notifications and screen readers need");
        }
    }

    private static void blocks(JsonNode blocks) {
        List<String> findings = BlockKit.validate(blocks, Surface.MESSAGE);
        if (!findings.isEmpty()) {
            throw new ApiError("invalid_blocks", findings);
        }
    }

    private void cumulative(String method, Content content) {
        int length = Flattened.strings(content.blocks()).stream()
                .mapToInt(String::length)
                .sum();
        if (length > ALL_TEXT) {
            throw new ApiError("msg_blocks_too_long");
        }
        if (length > ALL_TEXT_DOUBTFUL) {
            problems.add(method + ": all texts of the blocks have " + length + " characters, which Slack may refuse");
        }
    }

    /** Checks a message's metadata; missing when there is none. */
    static JsonNode metadata(ApiRequest request) {
        JsonNode metadata = request.structure("metadata", "invalid_metadata_format");
        if (metadata.isMissingNode() || metadata.isNull()) {
            return metadata;
        }
        if (Json.text(metadata, "event_type").isEmpty()
                || !metadata.path("event_payload").isObject()) {
            throw new ApiError("invalid_metadata_format");
        }
        if (metadata.toString().length() > LONGEST_METADATA) {
            throw new ApiError("metadata_too_large");
        }
        return metadata;
    }
}
