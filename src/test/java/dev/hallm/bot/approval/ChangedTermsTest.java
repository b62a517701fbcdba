package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import dev.hallm.bot.tenant.StackSize;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Approvers who grant less than what was asked for. */
@OnEachDatabase
class ChangedTermsTest {
    private static final Person BO = Samples.approver(Samples.BO);
    private static final Person CY = Samples.approver(Samples.CY);
    private static final Provision LESS = Samples.provision("ada").withSize(Samples.SMALL);

    private final Db kind;

    @AutoClose
    private ApprovalBench bench;

    ChangedTermsTest(Db kind) {
        this.kind = kind;
        bench = new ApprovalBench(kind, 1, 0);
    }

    private void needing(int count) {
        bench.close();
        bench = new ApprovalBench(kind, count, 0);
    }

    private VoteResult lowers(Person by, String id, StackSize size) {
        return bench.approvals().approveLess(id, by, "standard", size);
    }

    @Test
    void runsWhatWasGrantedAndKeepsWhatWasAsked() {
        String id = bench.asked();

        lowers(BO, id, Samples.SMALL);

        assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
        assertThat(bench.request(id).operation()).isEqualTo(LESS);
        assertThat(bench.request(id).asked()).isEqualTo(Samples.provision("ada"));
        assertThat(bench.published(OperationEvent.Started.class))
                .extracting(OperationEvent.Started::operation)
                .containsExactly(LESS);
    }

    @Test
    void startsTheCountAnew() {
        needing(2);
        String id = bench.asked();
        bench.approvals().approve(id, CY);

        lowers(BO, id, Samples.SMALL);

        assertThat(bench.request(id).state()).isEqualTo(State.PENDING);
        assertThat(bench.request(id).votes()).extracting(Vote::by).containsExactly(Samples.BO);
        bench.approvals().approve(id, CY, "small");
        assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void letsWhoeverApprovedMoreGrantLessLater() {
        needing(2);
        String id = bench.asked();
        bench.approvals().approve(id, BO);

        assertThat(lowers(BO, id, Samples.SMALL)).isInstanceOf(VoteResult.Counted.class);

        assertThat(bench.request(id).votes()).extracting(Vote::by).containsExactly(Samples.BO);
        assertThat(bench.approvals().approve(id, BO, "small")).isInstanceOf(VoteResult.Repeated.class);
    }

    @Test
    void countsNoVoteForWhatItWasBefore() {
        needing(2);
        String id = bench.asked();
        lowers(BO, id, Samples.SMALL);

        assertThat(bench.approvals().approve(id, CY, "standard")).isInstanceOf(VoteResult.Changed.class);
        assertThat(lowers(CY, id, Samples.SMALL)).isInstanceOf(VoteResult.Changed.class);

        assertThat(bench.request(id).votes()).extracting(Vote::by).containsExactly(Samples.BO);
    }

    @Test
    void onlyLowers() {
        String id = bench.asked();
        var more = new StackSize(
                "more",
                Samples.SMALL.cpu(),
                Samples.SMALL.memory(),
                Samples.SMALL.storage(),
                2,
                List.of(),
                Samples.SMALL.values());

        assertThat(lowers(BO, id, more)).isInstanceOf(VoteResult.NotLess.class);
        assertThat(lowers(BO, id, Samples.STANDARD)).isInstanceOf(VoteResult.NotLess.class);

        assertThat(bench.request(id).state()).isEqualTo(State.PENDING);
        assertThat(bench.request(id).isChanged()).isFalse();
    }

    @Test
    void asksTheSameOfWhoeverGrantsLess() {
        String id = bench.asked();

        assertThat(lowers(Samples.approver(Samples.ANA), id, Samples.SMALL)).isInstanceOf(VoteResult.OwnRequest.class);
        assertThat(lowers(new Person(Samples.CY, "Cy", Set.of(Role.ADMIN)), id, Samples.SMALL))
                .isInstanceOf(VoteResult.NotAVoter.class);
        bench.approvals().deny(id, CY, "no");
        assertThat(lowers(BO, id, Samples.SMALL)).isInstanceOf(VoteResult.Closed.class);
    }

    @Test
    void tellsWhoLoweredItFromWhat() {
        String id = bench.asked();

        lowers(BO, id, Samples.SMALL);

        assertThat(bench.published(RequestEvent.Lowered.class)).singleElement().satisfies(event -> {
            assertThat(event.from()).isEqualTo(Samples.provision("ada"));
            assertThat(event.request().operation()).isEqualTo(LESS);
            assertThat(event.by()).isEqualTo(Samples.BO);
        });
    }

    @Test
    void decidesOnceWhenOneApprovesAndAnotherLowersAtTheSameMoment() throws Exception {
        try (var both = new ApprovalBench(kind, 1, 2)) {
            String id = both.asked();

            List<VoteResult> results = Together.run(List.of(
                    () -> both.approvals().approve(id, CY, "standard"),
                    () -> both.approvals().approveLess(id, BO, "standard", Samples.SMALL)));

            assertThat(results).hasAtLeastOneElementOfType(VoteResult.Counted.class);
            assertThat(results).hasAtLeastOneElementOfType(VoteResult.Closed.class);
            Operation started =
                    both.published(OperationEvent.Started.class).getFirst().operation();
            assertThat(both.published(OperationEvent.Started.class)).hasSize(1);
            assertThat(both.request(id).operation()).isEqualTo(started);
            assertThat(both.request(id).votes()).hasSize(1);
        }
    }

    @Test
    void letsOneOfTwoWinWhenTwoAreNeeded() throws Exception {
        try (var both = new ApprovalBench(kind, 2, 2)) {
            String id = both.asked();

            List<VoteResult> results = Together.run(List.of(
                    () -> both.approvals().approve(id, CY, "standard"),
                    () -> both.approvals().approveLess(id, BO, "standard", Samples.SMALL)));

            assertThat(both.request(id).operation()).isEqualTo(LESS);
            assertThat(both.request(id).votes()).extracting(Vote::by).containsExactly(Samples.BO);
            assertThat(results.getLast()).isInstanceOf(VoteResult.Counted.class);
            assertThat(results.getFirst()).isInstanceOfAny(VoteResult.Counted.class, VoteResult.Changed.class);
        }
    }
}
