package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.App;
import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.GroupDirectory;
import dev.hallm.bot.storage.DrainLoop;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts Slack together. Without {@code chat.slack} in bot-config there is neither platform nor directory (their beans are
 * null, which Spring leaves out of every list), the address answers 404 and nothing is asked of Slack.
 */
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {
    private static final Duration STATE_INTERVAL = Duration.ofMinutes(1);

    @Bean
    SlackAccess slackAccess(
            @Value("${SLACK_BOT_TOKEN:}") String botToken,
            @Value("${SLACK_SIGNING_SECRET:}") String signingSecret,
            @Value("${SLACK_APP_TOKEN:}") String appToken,
            @Value("${SLACK_API_URL:}") String apiUrl) {
        return new SlackAccess(botToken, signingSecret, appToken, apiUrl);
    }

    @Bean(destroyMethod = "close")
    SlackApi slackApi(SlackAccess access, JsonMapper json, Clock clock) {
        return new SlackApi(access, new MethodBudgets(clock), json);
    }

    @Bean
    SlackState slackState(SlackSettings settings, SlackAccess access, SlackApi api) {
        return new SlackState(settings, access, api);
    }

    @Bean
    SlackStatus slackStatus(SlackState state) {
        return new SlackStatus(state);
    }

    /** Asks in the background from the start on, so that nothing waits for it. */
    @Bean
    @Nullable
    DrainLoop slackStateLoop(SlackState state) {
        return state.isConfigured() && state.hasBotToken()
                ? new DrainLoop("slack-state", STATE_INTERVAL, state::refresh)
                : null;
    }

    @Bean
    SlackFiles slackFiles(SlackApi api, JsonMapper json) {
        return new SlackFiles(api, json);
    }

    @Bean
    ChannelPosts slackChannelPosts(SlackApi api, SlackFiles files, JsonMapper json, Clock clock) {
        return new ChannelPosts(api, new ChannelPace(clock), new EarlierPosts(api, clock), files, json);
    }

    @Bean
    DirectMessages slackDirectMessages(SlackApi api, ChannelPosts posts) {
        return new DirectMessages(api, posts);
    }

    @Bean
    PrivateAnswers slackPrivateAnswers(
            SlackApi api,
            ChannelPosts posts,
            DirectMessages direct,
            SlackFiles files,
            SlackRenderer renderer,
            JsonMapper json,
            Clock clock) {
        return new PrivateAnswers(new Responses(api, clock), posts, direct, files, renderer, json);
    }

    @Bean
    @Nullable
    ChatPlatform slackPlatform(
            SlackState state,
            SlackAccess access,
            SlackApi api,
            ChannelPosts posts,
            DirectMessages direct,
            PrivateAnswers answers,
            SlackRenderer renderer,
            JsonMapper json) {
        return state.isConfigured()
                ? new SlackPlatform(access, posts, direct, new HomePages(api, renderer, json), answers, renderer)
                : null;
    }

    @Bean
    UserGroups slackUserGroups(SlackSettings settings, SlackApi api, Clock clock) {
        return new UserGroups(settings.groups(), api, clock);
    }

    @Bean
    @Nullable
    GroupDirectory slackMembers(SlackSettings settings, SlackApi api, UserGroups groups) {
        return settings.workspace()
                .map(workspace -> new SlackMembers(workspace, api, groups))
                .orElse(null);
    }

    @Bean
    AfterAck slackAfterAck(
            Dispatcher dispatcher, SlackApi api, PrivateAnswers answers, SlackRenderer renderer, JsonMapper json) {
        return new AfterAck(dispatcher, api, answers, renderer, json);
    }

    @Bean
    Inbound slackInbound(
            Dispatcher dispatcher,
            AfterAck afterAck,
            SlackState state,
            ChatSettings chat,
            JsonMapper json,
            Clock clock) {
        App app = BoltApp.of(
                new EventHandler(dispatcher, afterAck, state, chat, json, clock),
                new CommandHandler(dispatcher, afterAck, json, clock),
                new ClickHandler(dispatcher, afterAck, json, clock),
                new SubmissionHandler(dispatcher, afterAck, json, clock));
        return new Inbound(app, json);
    }

    @Bean
    ServletRegistrationBean<EventsServlet> slackEvents(
            SlackAccess access, SlackState state, Inbound inbound, Acknowledgements acknowledgements, Clock clock) {
        return new ServletRegistrationBean<>(
                new EventsServlet(access, state, inbound, acknowledgements, clock), EventsServlet.PATH);
    }

    @Bean
    SocketMode slackSocketMode(
            SlackState state, SlackApi api, Inbound inbound, Acknowledgements acknowledgements, JsonMapper json) {
        return new SocketMode(state, api, inbound, acknowledgements, json);
    }
}
