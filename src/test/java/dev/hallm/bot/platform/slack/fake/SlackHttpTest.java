package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack's own SDK says to requests that are wrong on purpose. */
class SlackHttpTest {
    private final FakeSlack slack = FakeSlack.start();
    private final BoltBot bot;
    private final SlackHttp http;

    SlackHttpTest() throws Exception {
        bot = BoltBot.start(slack, false);
        http = ((HttpTransport) bot.transport()).raw();
    }

    @BeforeEach
    void people() {
        slack.workspace().member("UANA", "Ana Petrov");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
        slack.close();
    }

    private Delivery command() {
        return slack.deliveries().command("UANA", "D1", "/hallm", "x");
    }

    @Test
    void signsSoThatTheSdkAccepts() {
        Receipt receipt = http.send(command(), Signing.valid());

        assertThat(receipt.acknowledged()).isTrue();
        assertThat(receipt.body()).contains("hello ana.petrov");
    }

    @Test
    void isRefusedWithAForgedMissingOrStaleSignature() {
        assertThat(http.send(command(), Signing.forged()).status()).isEqualTo(401);
        assertThat(http.send(command(), Signing.missing()).status()).isEqualTo(401);
        assertThat(http.send(command(), Signing.at(Duration.ofMinutes(-10))).status())
                .isEqualTo(401);
    }

    @Test
    void sendsHalfADeliveryWithARightSignature() {
        assertThat(http.sendTruncated(command()).status()).isNotEqualTo(401);
    }

    @Test
    void verifiesTheUrl() {
        Receipt receipt = http.send(slack.deliveries().urlVerification("challenge-1"), Signing.valid());

        assertThat(receipt.body()).contains("challenge-1");
    }
}
