package dev.hallm.bot.scenario;

import org.springframework.boot.test.web.server.LocalServerPort;

@EveryPlatform
class ConsoleMainJobTest extends MainJob {
    @LocalServerPort
    int port;

    @Override
    public Stage stage() {
        return new ConsoleStage(port);
    }
}
