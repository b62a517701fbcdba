package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class WithdrawalTest {
    private static final Person ANA = Samples.approver(Samples.ANA);
    private static final Person BO = Samples.approver(Samples.BO);

    private final Db kind;

    @AutoClose
    private ApprovalBench bench;

    WithdrawalTest(Db kind) {
        this.kind = kind;
        bench = new ApprovalBench(kind, 1, 0);
    }

    @Test
    void endsTheRequest() {
        String id = bench.asked();

        assertThat(bench.approvals().withdraw(id, ANA)).isInstanceOf(WithdrawResult.Withdrawn.class);

        assertThat(bench.request(id).state()).isEqualTo(State.WITHDRAWN);
        assertThat(bench.published(RequestEvent.Decided.class)).hasSize(1);
        assertThat(bench.approvals().approve(id, BO)).isInstanceOf(VoteResult.Closed.class);
        assertThat(bench.scheduled()).isEmpty();
    }

    @Test
    void makesWayForAnotherRequest() {
        bench.approvals().withdraw(bench.asked(), ANA);

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.CY))
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void isTheRequestersFromAnyAccount() {
        String id = bench.asked();
        var slack = new ChatAccount("slack", "T1", "U0ANA");

        assertThat(bench.approvals().withdraw(id, new Person(slack, "Ana", Set.of(), Set.of(slack, Samples.ANA))))
                .isInstanceOf(WithdrawResult.Withdrawn.class);
    }

    @Test
    void isNobodyElses() {
        String id = bench.asked();

        assertThat(bench.approvals().withdraw(id, BO)).isInstanceOf(WithdrawResult.NotYours.class);
        assertThat(bench.approvals().withdraw(id, Samples.approver(Samples.OLA)))
                .isInstanceOf(WithdrawResult.NotYours.class);

        assertThat(bench.request(id).isPending()).isTrue();
    }

    @Test
    void comesTooLateAfterADecision() {
        String id = bench.asked();
        bench.approvals().approve(id, BO);

        assertThat(bench.approvals().withdraw(id, ANA)).isInstanceOf(WithdrawResult.Closed.class);

        assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
        assertThat(bench.scheduled()).hasSize(1);
    }

    @Test
    void comesTooLateAfterTheExpiry() {
        String id = bench.asked();
        bench.clock().advance(Duration.ofHours(8));

        assertThat(bench.approvals().withdraw(id, ANA)).isInstanceOf(WithdrawResult.Closed.class);
    }

    @Test
    void andAnApprovalAtTheSameMomentHaveOneWinner() throws Exception {
        bench.close();
        bench = new ApprovalBench(kind, 1, 2);
        String id = bench.asked();

        List<Object> results = Together.run(List.of(
                () -> bench.approvals().withdraw(id, ANA),
                () -> bench.approvals().approve(id, BO)));

        boolean withdrawn = results.getFirst() instanceof WithdrawResult.Withdrawn;
        boolean approved = results.getLast() instanceof VoteResult.Counted;
        assertThat(withdrawn).isNotEqualTo(approved);
        assertThat(bench.request(id).state()).isEqualTo(withdrawn ? State.WITHDRAWN : State.APPROVED);
        assertThat(bench.scheduled()).hasSize(approved ? 1 : 0);
        assertThat(withdrawn ? results.getLast() : results.getFirst())
                .isInstanceOf(withdrawn ? VoteResult.Closed.class : WithdrawResult.Closed.class);
    }
}
