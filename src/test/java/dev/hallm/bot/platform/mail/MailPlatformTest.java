package dev.hallm.bot.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding.Severity;
import dev.hallm.bot.chat.port.Sent;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailPlatformTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final Destination OLA = new Destination.Mail("ola@example.com");

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    private static SmtpAccess access(int port) {
        return new SmtpAccess("127.0.0.1", port, "", "", "hallm@example.com");
    }

    private static MailPlatform platform(int port) {
        return new MailPlatform(access(port), access(port).sender(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static int port() {
        return SERVER.getSmtp().getPort();
    }

    private static Message letter() {
        return Message.of(
                Tone.GOOD,
                "ada is ready\r\nBcc: all@example.com",
                Block.Text.body(Span.plain("Hello Žofie <b>")),
                Block.Text.body(Span.plain("ada is ready.")),
                Block.Buttons.of(Button.of(
                        "Show once",
                        "Show once",
                        ActionRequest.of("show-once", Map.of(), ActionRequest.Clickers.holding()))));
    }

    private static Sent post(MailPlatform platform, Attempt attempt) {
        return platform.post(OLA, letter(), action -> "never", attempt);
    }

    @Test
    void sendsPlainTextToTheAddress() throws Exception {
        Sent sent = post(platform(port()), Attempt.first("welcome:o1@mail"));

        assertThat(sent).isInstanceOf(Sent.Delivered.class);
        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ola@example.com");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("hallm@example.com");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("Hello Žofie <b>\n\nada is ready.");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
    }

    @Test
    void keepsLineEndsOutOfTheSubject() throws Exception {
        post(platform(port()), Attempt.first("welcome:o1@mail"));

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("ada is ready Bcc: all@example.com");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void makesARepeatTheSameLetterToMailPrograms() throws Exception {
        post(platform(port()), Attempt.first("welcome:o1@mail"));
        post(platform(port()), Attempt.again("welcome:o1@mail"));

        assertThat(SERVER.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<hallm.welcome.o1.mail@example.com>", "<hallm.welcome.o1.mail@example.com>");
        assertThat(GreenMailUtil.getHeaders(SERVER.getReceivedMessages()[0])).contains("auto-generated");
    }

    @Test
    void triesAgainWhileTheServerIsAway() {
        int port = port();
        SERVER.stop();
        try {
            assertThat(post(platform(port), Attempt.first("x"))).isInstanceOf(Sent.Later.class);
        } finally {
            SERVER.start();
        }
    }

    @Test
    void sendsNothingWithoutASender() {
        var access = new SmtpAccess("127.0.0.1", port(), "", "", "");

        assertThat(new MailPlatform(access, access.sender(), Clock.fixed(NOW, ZoneOffset.UTC)).sends())
                .isFalse();
        assertThat(new MailSelfCheck(access).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("HB-M02"));
    }

    @Test
    void letsDoctorSeeWhetherTheServerAnswers() {
        assertThat(new MailSelfCheck(access(port())).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.OK));
        assertThat(new MailSelfCheck(access(1)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("HB-M03"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM));
    }

    @Test
    void hidesThePassword() {
        assertThat(new SmtpAccess("mail", 587, "hallm", "secret", "a@b.c").toString())
                .doesNotContain("secret");
    }
}
