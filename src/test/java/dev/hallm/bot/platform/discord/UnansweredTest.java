package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class UnansweredTest {
    private final Unanswered unanswered = new Unanswered();

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
    void holdsUpNothingElse() {
        unanswered.begins("1");

        unanswered.awaitEnd("2");
        unanswered.ends("2");

        unanswered.ends("1");
        unanswered.awaitEnd("1");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
