package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job where people may refuse direct messages. */
abstract class ChatMainJob extends MainJob {
    private static final String WORDS = "there is a private message for you";

    @Override
    public abstract ChatStage stage();

    @Test
    void putsTheWelcomeBehindAPrivateButtonWhenTheOwnerTakesNoDirectMessages() {
        ChatStage stage = stage();
        String tenant = tenant("seven");
        String before = stage.has(Place.ANNOUNCEMENTS, WORDS, stage.name("dee"))
                ? stage.in(Place.ANNOUNCEMENTS, WORDS, stage.name("dee")).id()
                : "";
        stage.closeDirectMessages("dee");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee")));
        stage.clicks("bo", requestFor(tenant), "Approve request");

        Seen button = await().atMost(Talk.PATIENCE)
                .until(
                        () -> stage.in(Place.ANNOUNCEMENTS, WORDS, stage.name("dee")),
                        seen -> !seen.id().equals(before));

        assertThat(button.labels()).containsExactly("Show my message");
        assertThat(button.text()).doesNotContain("Welcome!");
        assertThat(stage.answerTo("bo", button, "Show my message").text()).contains("for somebody else");
        Seen welcome = stage.answerTo("dee", button, "Show my message");
        assertThat(welcome.text()).contains("Welcome! " + tenant);
        assertThat(welcome.labels()).containsExactly("Show once");
        stage.becomes(cardOf(tenant), tenant + " is ready");
    }
}
