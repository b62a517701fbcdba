package dev.hallm.bot.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Bolt's own servlet on Tomcat with a command that only acknowledges: what the bot's acknowledgement is compared to. */
public final class BareBolt {
    private BareBolt() {}

    /** Listens on a port, checks signatures with a secret, and asks a Web API who it is: the three arguments. */
    public static void main(String[] args) throws LifecycleException, IOException {
        var api = new SlackConfig();
        api.setMethodsEndpointUrlPrefix(args[2]);
        var config = AppConfig.builder()
                .slack(Slack.getInstance(api))
                .singleTeamBotToken("none")
                .signingSecret(args[1])
                .requestVerificationEnabled(true)
                .build();
        App app = new App(config);
        app.command("/hallm", (request, context) -> context.ack());
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-bolt").toString());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector();
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "slack", new SlackAppServlet(app)).addMapping("/slack/events");
        Tomcat.addServlet(context, "ready", new ReadyServlet()).addMapping("/ready");
        tomcat.start();
        tomcat.getServer().await();
    }

    /** Says that it is up. */
    private static final class ReadyServlet extends jakarta.servlet.http.HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(
                jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response) {
            response.setStatus(200);
        }
    }
}
