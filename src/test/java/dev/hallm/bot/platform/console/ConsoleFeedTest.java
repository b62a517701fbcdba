package dev.hallm.bot.platform.console;

import static dev.hallm.bot.platform.console.ConsoleUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ConsoleFeedTest {
    @AutoClose
    private final ConsoleUnderTest console = new ConsoleUnderTest();

    private ConsoleMessage post(String text) {
        return console.log.post(Sample.APPROVALS, Message.text(Tone.NEUTRAL, text), List.of(), text, null);
    }

    @Test
    void beginsWithTheNumberOfThisStart() {
        var page = console.opens("ana", "private");

        assertThat(page.getContentType()).startsWith("text/event-stream");
        assertThat(text(page)).contains("event:hello\ndata: " + console.feed.boot());
    }

    @Test
    void sendsAReturningPageWhatItMissed() {
        ConsoleMessage seen = post("seen");
        post("missed");

        var page = console.answer(
                get("/console/events?as=bo&channel=approvals").header("Last-Event-ID", Long.toString(seen.changed())));

        await().until(() -> text(page).contains("<p>missed</p>"));
        assertThat(text(page)).doesNotContain("<p>seen</p>");
    }

    @Test
    void opensNoStreamOfAPlaceThatAPersonDoesNotSee() {
        assertThat(console.answer(get("/console/events?as=guest&channel=approvals"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(console.feed.openStreams()).isZero();
    }

    @Test
    void endsItsStreamsBeforeTheBotStops() {
        console.opens("ana", "private");

        console.feed.closeAll();

        assertThat(console.feed.openStreams()).isZero();
    }
}
