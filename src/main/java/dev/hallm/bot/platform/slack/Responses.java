package dev.hallm.bot.platform.slack;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers by an interaction's {@code response_url}: five uses, within 30 minutes. */
final class Responses {
    private static final Logger LOG = LoggerFactory.getLogger(Responses.class);
    private static final int MOST_USES = 5;

    private final SlackApi api;
    private final Clock clock;

    Responses(SlackApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Adds messages that only the person sees. */
    SlackAnswer add(SlackHandle handle, List<Page> pages) {
        return send(handle, pages, false);
    }

    /** Puts the first in place of the clicked message, the others below. */
    SlackAnswer replace(SlackHandle handle, List<Page> pages) {
        return send(handle, pages, true);
    }

    private SlackAnswer send(SlackHandle handle, List<Page> pages, boolean inPlace) {
        @Nullable String url = handle.usableUrl(clock.instant());
        if (url == null) {
            return new SlackAnswer.Refused("no_response_url");
        }
        SlackAnswer first = api.respond(url, body(handle, pages.getFirst(), inPlace));
        if (first instanceof SlackAnswer.Ok) {
            pages.stream().skip(1).limit(MOST_USES - 1).forEach(page -> addFurther(handle, url, page));
        }
        return first;
    }

    /** A failure is not repeated: the first page would come twice. */
    private void addFurther(SlackHandle handle, String url, Page page) {
        if (api.respond(url, body(handle, page, false)) instanceof SlackAnswer.Failure failure) {
            LOG.warn("a further page of an answer is missing: {}", failure);
        }
    }

    private static ObjectNode body(SlackHandle handle, Page page, boolean inPlace) {
        ObjectNode body = Nodes.object().put("text", page.text()).put("replace_original", inPlace);
        if (!inPlace) {
            body.put("response_type", "ephemeral");
            if (handle.thread() != null) {
                body.put("thread_ts", handle.thread());
            }
        }
        body.set("blocks", page.blocks());
        return body;
    }
}
