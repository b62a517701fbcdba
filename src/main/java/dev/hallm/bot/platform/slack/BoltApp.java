package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one Bolt app behind HTTP and Socket Mode. It has none of Bolt's own middleware: signatures are checked before, and
 * looking the token up would put a call to Slack in front of every acknowledgement.
 */
final class BoltApp {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private BoltApp() {}

    static App of(
            Middleware events,
            SlashCommandHandler commands,
            BlockActionHandler clicks,
            ViewSubmissionHandler submissions) {
        AppConfig config =
                AppConfig.builder().signingSecret("").singleTeamBotToken("").build();
        App app = new App(config, new ArrayList<>(List.of(events)));
        app.command(ANY, commands);
        app.blockAction(ANY, clicks);
        app.viewSubmission(ANY, submissions);
        app.viewClosed(ANY, (_, _) -> Response.ok());
        app.blockSuggestion(ANY, (_, _) -> Response.json(200, Map.of("options", List.of())));
        return app.start();
    }
}
