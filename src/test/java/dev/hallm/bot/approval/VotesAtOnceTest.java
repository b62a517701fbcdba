package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Two clicks, each of which has read the request before the other decides. */
@OnEachDatabase
class VotesAtOnceTest {
    private final Db kind;

    VotesAtOnceTest(Db kind) {
        this.kind = kind;
    }

    private static Callable<VoteResult> approval(ApprovalBench bench, String id, ChatAccount by) {
        return () -> bench.approvals().approve(id, Samples.approver(by));
    }

    @Test
    void decideOnceWhenOneApprovalIsNeeded() throws Exception {
        try (var bench = new ApprovalBench(kind, 1, 2)) {
            String id = bench.asked();

            List<VoteResult> results =
                    Together.run(List.of(approval(bench, id, Samples.BO), approval(bench, id, Samples.CY)));

            assertThat(results).hasAtLeastOneElementOfType(VoteResult.Counted.class);
            assertThat(results).hasAtLeastOneElementOfType(VoteResult.Closed.class);
            assertThat(bench.request(id).votes()).hasSize(1);
            assertThat(bench.scheduled()).hasSize(1);
        }
    }

    @Test
    void bothCountWhenTwoApprovalsAreNeeded() throws Exception {
        try (var bench = new ApprovalBench(kind, 2, 2)) {
            String id = bench.asked();

            List<VoteResult> results =
                    Together.run(List.of(approval(bench, id, Samples.BO), approval(bench, id, Samples.CY)));

            assertThat(results).hasOnlyElementsOfType(VoteResult.Counted.class);
            assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
            assertThat(bench.published(OperationEvent.Started.class)).hasSize(1);
        }
    }

    @Test
    void ofOnePersonCountOnce() throws Exception {
        try (var bench = new ApprovalBench(kind, 2, 2)) {
            String id = bench.asked();

            List<VoteResult> results = Together.run(2, approval(bench, id, Samples.BO));

            assertThat(results).hasAtLeastOneElementOfType(VoteResult.Repeated.class);
            assertThat(bench.request(id).approvals()).isEqualTo(1);
            assertThat(bench.request(id).state()).isEqualTo(State.PENDING);
        }
    }

    @Test
    void forAndAgainstDecideOnce() throws Exception {
        try (var bench = new ApprovalBench(kind, 1, 2)) {
            String id = bench.asked();

            List<VoteResult> results = Together.run(List.of(
                    approval(bench, id, Samples.BO),
                    () -> bench.approvals().deny(id, Samples.approver(Samples.CY), "no")));

            assertThat(results).hasAtLeastOneElementOfType(VoteResult.Closed.class);
            assertThat(bench.published(RequestEvent.Decided.class)).hasSize(1);
            assertThat(bench.scheduled().isEmpty()).isEqualTo(bench.request(id).state() == State.DENIED);
        }
    }
}
