package dev.hallm.bot.scenario;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

@EveryPlatform
class SlackHttpMainJobTest extends ChatMainJob {
    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init") // before each test
    private ChatStage stage;

    @BeforeEach
    void connect() {
        var slack = EveryPlatform.SURROUNDINGS.slack();
        stage = new SlackStage(slack, slack.http(URI.create("http://127.0.0.1:" + port + "/slack/events")));
    }

    @Override
    public ChatStage stage() {
        return stage;
    }
}
