package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.port.Delivery.Words;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.platform.slack.fake.Faults;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import dev.hallm.bot.platform.slack.fake.SocketTransport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Socket Mode: the same deliveries without an address of ours, over connections that come and go. */
class SocketModeTest {
    private final SlackUnderTest bot =
            SlackUnderTest.start(Map.of("SLACK_APP_TOKEN", "xapp-fake-app-token", "SLACK_SIGNING_SECRET", ""));
    private final SocketTransport socket = bot.slack.socket();
    private final SlackPerson ana = bot.slack.person("U0ANA", socket).in(SlackUnderTest.CHANNEL);

    @AfterEach
    void stop() {
        assertThat(bot.slack.problems()).isEmpty();
        bot.close();
    }

    private void awaitConnection() {
        await().until(() ->
                socket.connections() == 1 && bot.get(SlackState.class).isSocketConnected());
    }

    @Test
    void takesACommandAndAnswersIt() {
        awaitConnection();

        assertThat(ana.slash("user list").acknowledged()).isTrue();
        assertThat(bot.core.last().content()).isEqualTo(new Words("user list"));
        assertThat(bot.post(bot.toLast(), SlackUnderTest.message("Here you are")))
                .isInstanceOf(Sent.Delivered.class);
    }

    @Test
    void takesMentionsClicksAndForms() {
        awaitConnection();
        bot.core.first = RecordingDispatcher.showsAForm();
        ana.slash("user create");
        await().until(() -> !bot.core.shown.isEmpty());
        bot.core.first = new FirstResponse.DeferPrivate();
        ana.fillsModal(Map.of("name", "ana")).submits();
        ana.mention(SlackUnderTest.CHANNEL, null, "help");
        ana.opensHome();

        assertThat(bot.core.deliveries).hasSize(4);
    }

    @Test
    void answersInTheAcknowledgementWhatCannotBeStored() {
        awaitConnection();
        bot.core.first = new FirstResponse.TryAgain("Once more, please");

        assertThat(ana.slash("help").json().path("text").asString()).isEqualTo("Once more, please");
    }

    @Test
    void renewsTheConnectionWhenSlackWants() {
        awaitConnection();
        socket.announceDisconnect("refresh_requested", Duration.ofSeconds(30));
        await().until(() -> bot.slack.calls("apps.connections.open").size() == 2);
        awaitConnection();

        assertThat(ana.slash("help").acknowledged()).isTrue();
    }

    @Test
    void connectsAgainWhenTheConnectionBreaks() {
        awaitConnection();
        socket.cut();
        await().until(() -> bot.slack.calls("apps.connections.open").size() == 2);
        awaitConnection();

        assertThat(ana.slash("help").acknowledged()).isTrue();
    }

    @Test
    void connectsWhenSlackComesBack() {
        awaitConnection();
        bot.slack.faults().next(2, "apps.connections.open", Faults.Kind.HTML);
        socket.cut();
        await().until(() -> bot.slack.calls("apps.connections.open").size() == 4);

        awaitConnection();
    }

    @Test
    void runsOnWithAWrongToken() {
        try (var wrong = SlackUnderTest.start(Map.of("SLACK_APP_TOKEN", "xapp-wrong"))) {
            await().until(() -> !wrong.slack.calls("apps.connections.open").isEmpty());

            assertThat(wrong.ana().slash("help").status()).isEqualTo(200);
            assertThat(wrong.get(SlackState.class).isSocketConnected()).isFalse();
        }
    }
}
