package dev.hallm.bot.scenario;

import java.net.URI;
import org.springframework.boot.test.web.server.LocalServerPort;

@EveryPlatform
class SlackHttpMainJobTest extends ChatMainJob {
    @LocalServerPort
    int port;

    @Override
    ChatStage stage() {
        var slack = EveryPlatform.SURROUNDINGS.slack();
        return new SlackStage(slack, slack.http(URI.create("http://127.0.0.1:" + port + "/slack/events")));
    }
}
