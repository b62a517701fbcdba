package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Questions.Result;
import dev.hallm.bot.approval.Request.Question;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class QuestionsTest {
    private static final Person BO = Samples.approver(Samples.BO);
    private static final Person ANA = Samples.approver(Samples.ANA);

    @AutoClose
    private final ApprovalBench bench;

    QuestionsTest(Db kind) {
        bench = new ApprovalBench(kind, 1, 0);
    }

    private Question asked(String id) {
        bench.questions().ask(id, BO, "How many rooms?");
        return bench.request(id).questions().getLast();
    }

    @Test
    void reachTheRequester() {
        String id = bench.asked();

        Question question = asked(id);

        assertThat(question.text()).isEqualTo("How many rooms?");
        assertThat(bench.published(RequestEvent.Asked.class))
                .extracting(RequestEvent.Asked::question)
                .containsExactly(question);
    }

    @Test
    void leaveTheClockRunning() {
        String id = bench.asked();
        var before = bench.request(id).expiresAt();

        asked(id);

        assertThat(bench.request(id).expiresAt()).isEqualTo(before);
        assertThat(bench.request(id).isPending()).isTrue();
    }

    @Test
    void haveTheAnswerBesideThem() {
        String id = bench.asked();
        Question question = asked(id);

        assertThat(bench.questions().answer(question.id(), ANA, "Forty-two")).isInstanceOf(Result.Told.class);

        assertThat(bench.request(id).questions().getFirst().answer()).isEqualTo("Forty-two");
        assertThat(bench.published(RequestEvent.Answered.class)).hasSize(1);
    }

    @Test
    void takeOneAnswer() {
        Question question = asked(bench.asked());
        bench.questions().answer(question.id(), ANA, "Forty-two");

        assertThat(bench.questions().answer(question.id(), ANA, "Forty-three")).isInstanceOf(Result.Answered.class);

        assertThat(bench.published(RequestEvent.Answered.class)).hasSize(1);
    }

    @Test
    void areAnsweredByTheRequesterAlone() {
        Question question = asked(bench.asked());

        assertThat(bench.questions().answer(question.id(), BO, "I answer myself"))
                .isInstanceOf(Result.NotAsked.class);
    }

    @Test
    void areForThoseWhoMayVote() {
        String id = bench.asked();
        var user = new Person(Samples.BO, "Bo", java.util.Set.of());

        assertThat(bench.questions().ask(id, user, "Why?")).isInstanceOf(Result.NotAVoter.class);
        assertThat(bench.questions().ask(id, ANA, "Why?")).isInstanceOf(Result.OwnRequest.class);
    }

    @Test
    void endWithTheRequest() {
        String id = bench.asked();
        Question question = asked(id);
        bench.approvals().approve(id, BO);

        assertThat(bench.questions().ask(id, BO, "And now?")).isInstanceOf(Result.Closed.class);
        assertThat(bench.questions().answer(question.id(), ANA, "Too late")).isInstanceOf(Result.Closed.class);
    }

    @Test
    void endWithTheTimeOfTheRequest() {
        Question question = asked(bench.asked());
        bench.clock().advance(Duration.ofHours(8));

        assertThat(bench.questions().answer(question.id(), ANA, "Too late")).isInstanceOf(Result.Closed.class);
    }

    @Test
    void stopAtTen() {
        String id = bench.asked();
        for (int i = 0; i < 10; i++) {
            asked(id);
        }

        assertThat(bench.questions().ask(id, BO, "One more?")).isInstanceOf(Result.TooMany.class);
    }

    @Test
    void knowNothingOfInventedOnes() {
        assertThat(bench.questions().ask("never", BO, "Why?")).isInstanceOf(Result.Unknown.class);
        assertThat(bench.questions().answer("never", ANA, "So")).isInstanceOf(Result.Unknown.class);
    }
}
