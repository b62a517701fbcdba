package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import dev.hallm.bot.platform.slack.fake.FakeSlack;
import dev.hallm.bot.platform.slack.fake.HttpTransport;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import dev.hallm.bot.storage.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Everything of Slack, between a strict Slack and a core that only keeps what arrives. */
final class SlackUnderTest implements AutoCloseable {
    static final String GROUP = "S0ADMINS";
    static final String CHANNEL = "C0OPERATIONS";
    static final ActionIds BUTTONS = action -> action.verb() + "~0123456789";

    final MutableClock clock = new MutableClock();
    final RecordingDispatcher core = new RecordingDispatcher();
    final FakeSlack slack = FakeSlack.start(clock);
    /** Where the time to the first responses is recorded. */
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final WebServer server;
    final HttpTransport http;

    private SlackUnderTest(Map<String, String> environment, Optional<String> workspace) {
        var settings = new HashMap<String, Object>(environment);
        settings.putIfAbsent("SLACK_API_URL", slack.apiUrl());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Dispatcher.class, () -> core);
        context.registerBean(Acknowledgements.class, () -> new Acknowledgements(meters));
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(SlackSettings.class, () -> new SlackSettings(workspace, Set.of(GROUP)));
        context.registerBean(ChatSettings.class, () -> new ChatSettings("hallm", ZoneOffset.UTC, "#ha-help"));
        context.register(SlackConfiguration.class, SlackRenderer.class);
        slack.workspace().channel(CHANNEL, "operations");
        slack.workspace().member("U0ANA", "Ana Petrov");
        context.refresh();
        server = new TomcatServletWebServerFactory(0).getWebServer(get(ServletRegistrationBean.class));
        server.start();
        http = slack.http(URI.create("http://localhost:" + server.getPort() + EventsServlet.PATH));
    }

    /** With HTTP. */
    static SlackUnderTest start() {
        return start(Map.of());
    }

    /** With HTTP, and more or other variables of the environment. */
    static SlackUnderTest start(Map<String, String> more) {
        var environment = new HashMap<>(
                Map.of("SLACK_BOT_TOKEN", "xoxb-fake-bot-token", "SLACK_SIGNING_SECRET", "fake-signing-secret"));
        environment.putAll(more);
        return new SlackUnderTest(environment, Optional.of("T0HALLM01"));
    }

    /** Without Slack in bot-config. */
    static SlackUnderTest unconfigured() {
        return new SlackUnderTest(Map.of("SLACK_SIGNING_SECRET", "fake-signing-secret"), Optional.empty());
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /** How many beans of a type a list of them would have. */
    long count(Class<?> type) {
        return context.getBeanProvider(type).stream().count();
    }

    ChatPlatform platform() {
        return get(ChatPlatform.class);
    }

    GroupDirectory directory() {
        return get(GroupDirectory.class);
    }

    SlackPerson ana() {
        return slack.person("U0ANA", http);
    }

    ChatAccount account(String user) {
        return new ChatAccount("slack", slack.workspace().teamId(), user);
    }

    /** The answer to what arrived last. */
    Destination.Reply toLast() {
        return new Destination.Reply(core.last().from(), core.last().handle(), true);
    }

    Sent post(Destination to, Message message) {
        return platform().post(to, message, BUTTONS, Attempt.first("nonce-1"));
    }

    static Destination.Channel channel() {
        return new Destination.Channel("slack", CHANNEL);
    }

    static Message message(String text) {
        return Message.text(Tone.NEUTRAL, text);
    }

    static Message messageWithButton(String text) {
        var action = ActionRequest.of("show", Map.of(), Clickers.only(ChatAccount.parse("slack:T0HALLM01/U0ANA")));
        return Message.of(
                Tone.NEUTRAL,
                text,
                Block.Text.body(Span.plain(text)),
                Block.Buttons.of(Button.of("Show ana", "Show ana", action)));
    }

    static Message messageWithFile(String text) {
        return message(text).with(new Block.Attachment("tenants.csv", "text/csv", "name\nana\n"));
    }

    @Override
    public void close() {
        server.stop();
        context.close();
        slack.close();
    }
}
