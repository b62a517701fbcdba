package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.tenant.TenantName;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person who gives an address with the request has the welcome by mail too. */
@DirtiesContext
class WelcomeMailTest extends InMemoryBot {
    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
            .withPerMethodLifecycle(false);

    @Autowired
    Talk talk;

    @Autowired
    TenantCluster cluster;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.datasource.url",
                () -> "jdbc:h2:mem:mail;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        registry.add("SMTP_HOST", () -> "127.0.0.1");
        registry.add("SMTP_PORT", () -> SERVER.getSmtp().getPort());
        registry.add("SMTP_FROM", () -> "hallm@example.com");
    }

    @Test
    void writesToTheAddressOfTheRequestWithoutAnySecret() throws Exception {
        talk.asks("cy", "request access name=mailed size=small reason=pilot mail=cy@example.com");
        Post request = talk.in("#approvals", post -> post.text().contains("Access request · mailed ·"));
        talk.clicks("bo", request, "Approve request");
        talk.in("@cy", post -> post.text().contains("Welcome! mailed"));

        await().until(() -> SERVER.getReceivedMessages().length == 1);

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        String password =
                cluster.ingressLogin(new TenantName("mailed")).orElseThrow().password();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("cy@example.com");
        assertThat(mail.getSubject()).isEqualTo("mailed is ready");
        assertThat(mail.getContent().toString())
                .contains("Hello Cy Adler,", "https://ha.mailed.example.com", "is not in this mail")
                .doesNotContain(password, "token");
    }
}
