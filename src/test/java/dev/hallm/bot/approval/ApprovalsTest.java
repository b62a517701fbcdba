package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ApprovalsTest {
    private static final Person BO = Samples.approver(Samples.BO);
    private static final Person CY = Samples.approver(Samples.CY);

    private final Db kind;

    @AutoClose
    private ApprovalBench bench;

    ApprovalsTest(Db kind) {
        this.kind = kind;
        bench = new ApprovalBench(kind, 1, 0);
    }

    private void needing(int count) {
        bench.close();
        bench = new ApprovalBench(kind, count, 0);
    }

    private State stateOf(String id) {
        return bench.request(id).state();
    }

    @Test
    void opensARequestThatExpiresInEightHours() {
        String id = bench.asked();

        assertThat(bench.request(id).expiresAt())
                .isEqualTo(bench.clock().instant().plus(Duration.ofHours(8)));
        assertThat(bench.published(RequestEvent.Opened.class))
                .extracting(event -> event.request().id())
                .containsExactly(id);
    }

    @Test
    void namesTheRequestThatIsOpenAlready() {
        String id = bench.asked();

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.BO)).isEqualTo(new Verdict.AlreadyAsked(id));
    }

    @Test
    void asksNobodyWhenThePolicyNeedsNobody() {
        needing(0);

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA)).isEqualTo(new Verdict.Free());
    }

    @Test
    void startsTheOperationWithTheApproval() {
        String id = bench.asked();

        VoteResult result = bench.approvals().approve(id, BO);

        assertThat(result).isInstanceOf(VoteResult.Counted.class);
        assertThat(stateOf(id)).isEqualTo(State.APPROVED);
        assertThat(bench.scheduled()).hasSize(1);
    }

    @Test
    void waitsForTheSecondOfTwoApprovers() {
        needing(2);
        String id = bench.asked();

        bench.approvals().approve(id, BO);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
        assertThat(bench.scheduled()).isEmpty();
        assertThat(bench.published(RequestEvent.Voted.class)).hasSize(1);
    }

    @Test
    void startsWithTheSecondOfTwoApprovers() {
        needing(2);
        String id = bench.asked();
        bench.approvals().approve(id, BO);

        bench.approvals().approve(id, CY);

        assertThat(stateOf(id)).isEqualTo(State.APPROVED);
        assertThat(bench.scheduled()).hasSize(1);
    }

    @Test
    void endsWithTheFirstDenialAndItsReason() {
        needing(2);
        String id = bench.asked();
        bench.approvals().approve(id, BO);

        bench.approvals().deny(id, CY, "no GPU is free");

        assertThat(stateOf(id)).isEqualTo(State.DENIED);
        assertThat(bench.request(id).decidingVote())
                .contains(new Vote(
                        Samples.CY, false, "no GPU is free", bench.clock().instant()));
        assertThat(bench.published(OperationEvent.Started.class)).isEmpty();
    }

    @Test
    void refusesAnApprovalFromTheRequester() {
        String id = bench.asked();

        assertThat(bench.approvals().approve(id, Samples.approver(Samples.ANA)))
                .isInstanceOf(VoteResult.OwnRequest.class);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void refusesAnApprovalFromTheOwner() {
        String id = bench.asked();

        assertThat(bench.approvals().approve(id, Samples.approver(Samples.OLA)))
                .isInstanceOf(VoteResult.OwnRequest.class);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void refusesAnAdminWhoIsNoApprover() {
        String id = bench.asked();

        assertThat(bench.approvals().approve(id, new Person(Samples.BO, "Bo", Set.of(Role.ADMIN, Role.USER))))
                .isInstanceOf(VoteResult.NotAVoter.class);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void countsAPersonOnce() {
        needing(2);
        String id = bench.asked();
        bench.approvals().approve(id, BO);

        assertThat(bench.approvals().approve(id, BO)).isInstanceOf(VoteResult.Repeated.class);

        assertThat(bench.request(id).approvals()).isEqualTo(1);
    }

    @Test
    void saysThatADecidedRequestIsClosed() {
        String id = bench.asked();
        bench.approvals().deny(id, BO, "no");

        assertThat(bench.approvals().approve(id, CY)).isInstanceOf(VoteResult.Closed.class);

        assertThat(bench.scheduled()).isEmpty();
    }

    @Test
    void takesNoVoteFromTheMomentOfTheExpiry() {
        String id = bench.asked();
        bench.clock().advance(Duration.ofHours(8));

        assertThat(bench.approvals().approve(id, BO)).isInstanceOf(VoteResult.Closed.class);

        assertThat(bench.scheduled()).isEmpty();
    }

    @Test
    void endsWhatNobodyDecidedInTime() {
        String id = bench.asked();
        bench.clock().advance(Duration.ofHours(8));

        bench.approvals().expireOverdue();

        assertThat(stateOf(id)).isEqualTo(State.EXPIRED);
        assertThat(bench.published(RequestEvent.Decided.class))
                .extracting(event -> event.request().state())
                .containsExactly(State.EXPIRED);
    }

    @Test
    void endsNothingEarly() {
        String id = bench.asked();
        bench.clock().advance(Duration.ofHours(8).minusMillis(1));

        bench.approvals().expireOverdue();

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void knowsNothingOfAnInventedRequest() {
        assertThat(bench.approvals().approve("never", BO)).isEqualTo(new VoteResult.Unknown());
    }

    @Test
    void canBeAskedAgainAfterADenial() {
        String denied = bench.asked();
        bench.approvals().deny(denied, BO, "no");

        assertThat(bench.asked()).isNotEqualTo(denied);
    }
}
