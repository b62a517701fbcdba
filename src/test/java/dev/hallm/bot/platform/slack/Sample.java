package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** People, times and messages of the renderer's tests. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final ChatAccount CY = new ChatAccount("slack", "T0001", "U0CY");
    static final ChatAccount ELSEWHERE = new ChatAccount("discord", "1001", "2002");
    static final SlackRenderer RENDERER = new SlackRenderer();

    private Sample() {}

    static ActionRequest action(String verb) {
        return ActionRequest.of(verb, Map.of("request", "r1"), Clickers.holding(Role.APPROVER));
    }

    /** The same action of another request. */
    static ActionRequest action(String verb, int request) {
        return ActionRequest.of(verb, Map.of("request", "r" + request), Clickers.holding(Role.APPROVER));
    }

    /** Ids as the store gives them, but numbered. */
    static ActionIds ids() {
        var ids = new HashMap<ActionRequest, String>();
        return action -> ids.computeIfAbsent(action, _ -> action.verb() + "~" + (ids.size() + 1));
    }

    static Span.Who cy(boolean ping) {
        return new Span.Who(CY, "Cy Adler", ping);
    }

    static Message message(Block... blocks) {
        return Message.of(Tone.NEUTRAL, "fallback", blocks);
    }

    static Rendered rendered(Message message) {
        return RENDERER.message(message, ids());
    }

    static Rendered rendered(Block... blocks) {
        return rendered(message(blocks));
    }
}
