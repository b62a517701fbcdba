package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Delivery.Words;
import dev.hallm.bot.platform.slack.fake.Delivery;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.Signing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The door: only Slack gets in, and whatever it brings gets an answer. */
class EventsServletTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final SlackUnderTest bot = SlackUnderTest.start();

    @AfterEach
    void stop() {
        bot.close();
    }

    private Delivery command() {
        return bot.slack.deliveries().command("U0ANA", SlackUnderTest.CHANNEL, "/hallm", "user list");
    }

    private int status(Signing signing) {
        return bot.http.raw().send(command(), signing).status();
    }

    private Receipt sendSigned(String body) {
        return bot.http.raw().send(command(), body.getBytes(StandardCharsets.UTF_8), Signing.valid());
    }

    private Receipt event(ObjectNode event) {
        return bot.http.deliver(bot.slack.deliveries().event(event.put("user", "U0ANA")));
    }

    @Test
    void takesWhatSlackSigned() {
        assertThat(status(Signing.valid())).isEqualTo(200);
        assertThat(bot.core.last().content()).isEqualTo(new Words("user list"));
    }

    @Test
    void measuresTheWayFromArrivalToAnswerOfWhatSlackSigned() {
        status(Signing.valid());
        status(Signing.forged());

        assertThat(bot.meters
                        .get("hallm.acknowledgement")
                        .tag("platform", "slack")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesForgedAndMissingSignatures() {
        assertThat(status(Signing.forged())).isEqualTo(401);
        assertThat(status(Signing.missing())).isEqualTo(401);
        assertThat(bot.core.deliveries).isEmpty();
    }

    @Test
    void refusesSignaturesOfThePastAndOfTheFuture() {
        assertThat(status(Signing.at(Duration.ofSeconds(-301)))).isEqualTo(401);
        assertThat(status(Signing.at(Duration.ofSeconds(301)))).isEqualTo(401);
        assertThat(bot.core.deliveries).isEmpty();
    }

    @Test
    void toleratesFiveMinutesInBothDirections() {
        assertThat(status(Signing.at(Duration.ofMinutes(-5)))).isEqualTo(200);
        assertThat(status(Signing.at(Duration.ofMinutes(5)))).isEqualTo(200);
    }

    @Test
    void refusesARightSignatureOfAnotherBody() {
        var replayed =
                bot.http.raw().send(command(), "command=/hallm".getBytes(StandardCharsets.UTF_8), Signing.forged());

        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.body()).isEmpty();
    }

    @Test
    void refusesMoreThanAMegabyteBeforeAnythingElse() {
        byte[] huge = new byte[1024 * 1024 + 1];

        assertThat(bot.http.raw().send(command(), huge, Signing.missing()).status())
                .isEqualTo(413);
    }

    @Test
    void callsTruncatedBodiesBadRequests() {
        Delivery event = bot.slack.deliveries().mention("U0ANA", SlackUnderTest.CHANNEL, null, "help");
        Receipt truncated = bot.http.raw().sendTruncated(event);

        assertThat(truncated.status()).isEqualTo(400);
        assertThat(truncated.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "payload=%7B%22type", "payload=%ZZ", "[1]", "token=t&team_id=T1&comm", "payload=7"})
    void callsBrokenBodiesBadRequests(String body) {
        assertThat(sendSigned(body).status()).isEqualTo(400);
    }

    @Test
    void callsACommandOfNobodyABadRequest() {
        assertThat(sendSigned("command=%2Fhallm&trigger_id=1.2.3").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"something_new\"}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_uninstalled\"}}",
                "{\"type\":\"event_callback\",\"event\":7}",
                "payload={\"type\":\"shortcut\",\"callback_id\":\"x\"}",
                "payload={\"type\":\"message_action\",\"callback_id\":\"x\"}",
                "payload={\"type\":\"block_actions\",\"actions\":[{\"type\":\"button\"}]}",
                "payload={\"type\":\"block_actions\",\"user\":7,\"actions\":{}}",
                "payload={\"type\":\"view_closed\",\"view\":{\"callback_id\":\"x\"},\"user\":{\"id\":\"U0ANA\"}}"
            })
    void acknowledgesWhatItDoesNotKnow(String body) {
        assertThat(sendSigned(body).status()).isEqualTo(200);
        assertThat(bot.core.deliveries).isEmpty();
    }

    @Test
    void doesNotMindUnknownFieldsAndBlocks() {
        var delivery = bot.slack.deliveries().mention("U0ANA", SlackUnderTest.CHANNEL, null, "help");
        ObjectNode event = (ObjectNode) delivery.payload().path("event");
        event.put("news", "of tomorrow")
                .putArray("blocks")
                .addObject()
                .put("type", "hologram")
                .put("text", 7);

        assertThat(bot.http.deliver(delivery).status()).isEqualTo(200);
        assertThat(bot.core.last().content()).isEqualTo(new Words("help"));
    }

    @Test
    void answersSlacksChecksOfTheAddress() {
        assertThat(bot.http
                        .deliver(bot.slack.deliveries().urlVerification("chosen-by-slack"))
                        .body())
                .isEqualTo("chosen-by-slack");
        assertThat(bot.http.deliver(bot.slack.deliveries().sslCheck()).status()).isEqualTo(200);
    }

    @Test
    void ignoresBotsSilently() {
        event(JSON.createObjectNode()
                .put("type", "app_mention")
                .put("text", "hi")
                .put("bot_id", "B0OTHER"));
        bot.http.deliver(bot.slack.deliveries().mention("U0HALLM01", SlackUnderTest.CHANNEL, null, "help"));

        assertThat(bot.core.deliveries).isEmpty();
    }

    @Test
    void ignoresEditedMessagesAndThoseInChannels() {
        event(JSON.createObjectNode()
                .put("type", "message")
                .put("channel_type", "im")
                .put("subtype", "message_changed"));
        event(JSON.createObjectNode()
                .put("type", "message")
                .put("channel_type", "channel")
                .put("text", "lunch?"));

        assertThat(bot.core.deliveries).isEmpty();
    }

    @Test
    void saysItIsNotSetUpWithoutASigningSecretOrAToken() {
        try (var closed = SlackUnderTest.start(Map.of("SLACK_SIGNING_SECRET", ""))) {
            assertThat(closed.ana().slash("help").status()).isEqualTo(503);
        }
        try (var mute = SlackUnderTest.start(Map.of("SLACK_BOT_TOKEN", ""))) {
            assertThat(mute.ana().slash("help").status()).isEqualTo(503);
            assertThat(mute.http
                            .deliver(mute.slack.deliveries().urlVerification("first"))
                            .body())
                    .isEqualTo("first");
        }
    }

    @Test
    void isNotThereWithoutAWorkspace() {
        try (var none = SlackUnderTest.unconfigured()) {
            assertThat(none.ana().slash("help").status()).isEqualTo(404);
        }
    }
}
