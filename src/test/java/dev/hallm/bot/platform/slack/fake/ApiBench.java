package dev.hallm.bot.platform.slack.fake;

import dev.hallm.bot.storage.MutableClock;
import java.io.IOException;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/** A Slack with one person and one channel, and a bot that calls its Web API with nothing in between. */
final class ApiBench implements AutoCloseable {
    private final MutableClock clock = new MutableClock();
    private final FakeSlack slack = FakeSlack.start(clock);
    private final ApiClient client = new ApiClient(slack);

    ApiBench() {
        workspace().member("UANA", "Ana Petrov");
        workspace().channel("COPS", "operations");
    }

    MutableClock clock() {
        return clock;
    }

    FakeSlack slack() {
        return slack;
    }

    ApiClient client() {
        return client;
    }

    Workspace workspace() {
        return slack.workspace();
    }

    /** Calls as the bot; {@code pairs} are the names of arguments, each with its value behind it. */
    JsonNode call(String method, String... pairs) throws IOException {
        var arguments = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        return client.call(method, arguments);
    }

    /** The error of a call; empty when it succeeds. */
    String error(String method, String... pairs) throws IOException {
        return Json.text(call(method, pairs), "error");
    }

    @Override
    public void close() {
        slack.close();
    }
}
