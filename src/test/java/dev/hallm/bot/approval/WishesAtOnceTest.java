package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people who ask for the same tenant at the same moment. */
@OnEachDatabase
class WishesAtOnceTest {
    private final Db kind;

    WishesAtOnceTest(Db kind) {
        this.kind = kind;
    }

    @Test
    void openOneRequest() throws Exception {
        try (var bench = new ApprovalBench(kind, 1, 0)) {
            List<Verdict> verdicts = Together.run(List.of(
                    () -> bench.approvals().ask(Samples.provision("ada"), Samples.BO),
                    () -> bench.approvals().ask(Samples.provision("ada"), Samples.CY)));

            assertThat(verdicts).hasAtLeastOneElementOfType(Verdict.NeedsApproval.class);
            assertThat(verdicts).hasAtLeastOneElementOfType(Verdict.AlreadyAsked.class);
            assertThat(bench.approvals().pending()).hasSize(1);
        }
    }

    @Test
    void openAnotherOneAfterTheFirstWasDenied() {
        try (var bench = new ApprovalBench(kind, 1, 0)) {
            bench.approvals().deny(bench.asked(), Samples.approver(Samples.BO), "no");

            assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.CY))
                    .isInstanceOf(Verdict.NeedsApproval.class);
        }
    }
}
