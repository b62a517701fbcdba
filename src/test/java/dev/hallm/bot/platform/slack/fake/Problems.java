package dev.hallm.bot.platform.slack.fake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every violation of Slack's rules that a client committed; a test asserts that there is none. */
final class Problems {
    /** Refusals that no state of a workspace excuses: only a wrong client gets them. */
    private static final Set<String> CLIENT_MISTAKES = Set.of(
            "unknown_method",
            "invalid_arguments",
            "invalid_blocks",
            "invalid_blocks_format",
            "no_text",
            "msg_too_long",
            "msg_blocks_too_long",
            "metadata_too_large",
            "invalid_metadata_format",
            "cant_update_message",
            "cant_delete_message",
            "invalid_trigger_id",
            "exchanged_trigger_id",
            "expired_trigger_id",
            "view_too_large",
            "push_limit_reached",
            "used_url",
            "expired_url",
            "invalid_payload",
            "not_allowed_token_type",
            "invalid_post_type",
            "thread_not_found");

    private final List<String> all = new CopyOnWriteArrayList<>();

    void add(String problem) {
        all.add(problem);
    }

    void refused(String method, ApiError error) {
        if (CLIENT_MISTAKES.contains(error.error())) {
            all.add(method + ": " + error.getMessage());
        }
    }

    List<String> all() {
        return List.copyOf(all);
    }

    void forget() {
        all.clear();
    }
}
