package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.command.Acknowledgements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class UnansweredTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Unanswered unanswered = new Unanswered(new Acknowledgements(meters));

    @Test
    void letsAnAnswerWaitUntilTheFirstResponseIsThere() throws InterruptedException {
        unanswered.begins("1");
        Thread answer = Thread.ofVirtual().start(() -> unanswered.awaitEnd("1"));
        await().until(() -> answer.getState() == Thread.State.TIMED_WAITING);

        unanswered.ends("1");

        answer.join();
        assertThat(answer.isAlive()).isFalse();
    }

    @Test
    void measuresHowLongDiscordWaitedForEachFirstResponse() {
        unanswered.begins("1");
        unanswered.ends("1");
        unanswered.ends("1");

        assertThat(meters.get("hallm.acknowledgement")
                        .tag("platform", "discord")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void holdsUpNothingElse() {
        unanswered.begins("1");

        unanswered.awaitEnd("2");
        unanswered.ends("2");

        unanswered.ends("1");
        unanswered.awaitEnd("1");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
