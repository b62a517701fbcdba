package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** People talk to a bot made with Slack's SDK, by HTTP and by socket alike. */
@ParameterizedClass(name = "over the socket: {0}")
@ValueSource(booleans = {false, true})
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class SlackPersonTest {
    private final FakeSlack slack = FakeSlack.start();
    private final Workspace workspace = slack.workspace();
    private final BoltBot bot;
    private final SlackPerson ana;

    SlackPersonTest(boolean overSocket) throws Exception {
        workspace.member("UANA", "Ana Petrov");
        workspace.channel("COPS", "operations");
        bot = BoltBot.start(slack, overSocket);
        ana = slack.person("UANA", bot.transport());
    }

    @AfterEach
    void nothingWasWrong() throws Exception {
        bot.close();
        slack.close();
        assertThat(slack.problems()).isEmpty();
    }

    @Test
    void showsTheTextOfAnAcknowledgementToThePersonAlone() {
        Receipt receipt = ana.in("operations").slash("hi");

        assertThat(receipt.acknowledged()).isTrue();
        assertThat(workspace.ephemeral("UANA"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("hello ana.petrov"));
        assertThat(workspace.messages()).isEmpty();
    }

    @Test
    void answersACommandFromAChannelWithoutTheBotByResponseUrl() {
        workspace.botLeaves("COPS");

        ana.in("operations").slash("later");
        ana.slash("public");

        assertThat(workspace.ephemeral("UANA")).hasSize(1);
        assertThat(workspace.messages("operations")).hasSize(1);
    }

    @Test
    void replacesTheMessageWhoseButtonWasClicked() {
        ana.in("operations").slash("card");
        SlackMessage card = workspace.messages("operations").getFirst();

        ana.click(card, "Approve");

        assertThat(workspace.messages("operations")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("approved");
            assertThat(message.buttons()).isEmpty();
        });
        assertThat(card.button("Approve").value()).isEqualTo("42");
    }

    @Test
    void fillsInAndSubmitsAForm() {
        ana.slash("form");

        ana.fillsModal(Map.of("CPU", "4", "Size", "Large", "Tenant", "maria")).submits();

        assertThat(workspace.modals("UANA")).isEmpty();
    }

    @Test
    void keepsAFormOpenThatTheBotObjectsTo() {
        ana.slash("form");

        ana.fillsModal(Map.of("CPU", "bad", "Size", "s")).submits();

        assertThat(ana.formErrors()).containsEntry("cpu", "no number");
        assertThat(workspace.modals("UANA")).hasSize(1);
    }

    @Test
    void submitsNothingThatSlacksClientWouldNot() {
        ana.slash("form");

        assertThatThrownBy(ana::submits).hasMessageContaining("is required");
        assertThatThrownBy(() ->
                        ana.fillsModal(Map.of("CPU", "123456", "Size", "s")).submits())
                .hasMessageContaining("more than 5");
        assertThatThrownBy(() -> ana.fillsModal(Map.of("Size", "Huge"))).hasMessageContaining("does not offer");
    }

    @Test
    void hearsMentionsAndDirectMessagesAndOpensTheHome() {
        ana.mention("operations", null, "hi");
        ana.dm("hello");
        ana.opensHome();

        Awaitility.await().untilAsserted(() -> {
            assertThat(workspace.messages("operations"))
                    .extracting(SlackMessage::text)
                    .containsExactly("<@" + workspace.botUserId() + "> hi", "heard");
            assertThat(workspace.directMessages("UANA"))
                    .extracting(SlackMessage::text)
                    .containsExactly("hello", "you said hello");
            assertThat(workspace.home("UANA")).isPresent();
        });
        assertThat(ana.clickInHome("Approve").acknowledged()).isTrue();
    }

    @Test
    void usesAResponseUrlFiveTimes() throws Exception {
        Delivery command = slack.deliveries().command("UANA", "COPS", "/hallm", "x");
        String url = Json.text(command.payload(), "response_url");
        var client = new ApiClient(slack);
        for (int i = 0; i < 5; i++) {
            assertThat(client.post(url, "", "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
        }

        var sixth = client.post(url, "", "{\"text\":\"x\"}");

        assertThat(sixth.statusCode()).isEqualTo(404);
        assertThat(sixth.body()).contains("used_url");
        assertThat(workspace.ephemeral("UANA")).hasSize(5);
        slack.forget();
    }

    @Test
    void noticesAnEventThatIsDeliveredAgain() {
        Receipt first = ana.dm("hello");

        Receipt second = ana.again(first, 1, "http_timeout");

        assertThat(second.delivery().payload()).isEqualTo(first.delivery().payload());
        assertThat(second.delivery().retry()).isOne();
    }

    @Test
    void isRefusedWithAForgedMissingOrStaleSignature() {
        Delivery command = slack.deliveries().command("UANA", "COPS", "/hallm", "x");
        if (!(bot.transport() instanceof HttpTransport http)) {
            return;
        }

        assertThat(http.raw().send(command, Signing.forged()).status()).isEqualTo(401);
        assertThat(http.raw().send(command, Signing.missing()).status()).isEqualTo(401);
        assertThat(http.raw().send(command, Signing.at(Duration.ofMinutes(-10))).status())
                .isEqualTo(401);
        assertThat(http.raw()
                        .send(command, "x".getBytes(StandardCharsets.UTF_8), Signing.valid())
                        .status())
                .isBetween(200, 499);
    }
}
