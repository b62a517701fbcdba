package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.Village;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One and four hours after the request, of the eight that it has. */
@OnEachDatabase
class RemindersTest {
    @AutoClose
    private final ApprovalBench bench;

    RemindersTest(Db kind) {
        var needs = new Requirement(
                "default",
                1,
                Role.APPROVER,
                false,
                Duration.ofHours(8),
                List.of(Duration.ofHours(4), Duration.ofHours(1), Duration.ofHours(9)),
                true);
        bench = new ApprovalBench(kind, new ApprovalSettings(List.of(), needs), Village.ofApprovers(), 0);
    }

    private int sent() {
        return bench.published(RequestEvent.Reminded.class).size();
    }

    private void after(Duration time) {
        bench.clock().advance(time);
        bench.reminders().remind();
    }

    @Test
    void comeEachOnceAtTheirTime() {
        bench.asked();

        after(Duration.ofMinutes(59));
        assertThat(sent()).isZero();
        after(Duration.ofMinutes(1));
        assertThat(sent()).isEqualTo(1);
        after(Duration.ofHours(1));
        assertThat(sent()).isEqualTo(1);
        after(Duration.ofHours(2));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void comeOnceForAllThatWereMissed() {
        bench.asked();

        after(Duration.ofHours(5));

        assertThat(sent()).isEqualTo(1);
        after(Duration.ofHours(1));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void comeNotForWhatWasDecided() {
        String id = bench.asked();
        bench.approvals().approve(id, Samples.approver(Samples.BO));

        after(Duration.ofHours(2));

        assertThat(sent()).isZero();
    }

    @Test
    void comeNotForWhatHasExpired() {
        bench.asked();

        after(Duration.ofHours(8));

        assertThat(sent()).isZero();
    }

    @Test
    void comeOnceHoweverManyLookAtTheSameMoment() throws Exception {
        bench.asked();
        bench.clock().advance(Duration.ofHours(1));

        Together.run(4, () -> {
            bench.reminders().remind();
            return true;
        });

        assertThat(sent()).isEqualTo(1);
    }
}
