package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Capacity, and how old what people see is. */
class ClusterViewsTest {
    private static final Message ANSWER = Message.text(Tone.NEUTRAL, "Tenants · 3");

    @AutoClose
    private final ViewBench bench = new ViewBench();

    private Message withAge() {
        return bench.get(Notices.class).withAge(ANSWER);
    }

    @Test
    void sayHowManyMoreTenantsFit() {
        Message capacity = bench.get(CapacityTable.class).now();

        assertThat(capacity.fallbackText()).isEqualTo("1 nodes. Room for: standard 3 more · small 24 more");
    }

    @Test
    void countNoRoomOnANodeThatIsNotReady() {
        bench.cluster().breaks("node-2");

        Message capacity = bench.get(CapacityTable.class).now();

        assertThat(capacity.fallbackText()).isEqualTo("2 nodes. Room for: standard 3 more · small 24 more");
        assertThat(capacity.blocks().toString()).contains("✖ not ready");
    }

    @Test
    void showWhatEachNodeHasLeft() {
        Message capacity = bench.get(CapacityTable.class).now();

        var table = ViewBench.blocks(capacity, Block.Table.class).getFirst();
        assertThat(table.columns()).containsExactly("Node", "State", "CPU", "Memory", "GPU");
        assertThat(table.rows().getFirst().toString())
                .contains("node-1", "✔ ready", "7.5 of 32", "58 GiB of 256 GiB", "1 of 4");
    }

    @Test
    void sayNothingAboutFactsThatAreFresh() {
        bench.cluster().isAwayFor(Duration.ofMillis(3999));

        assertThat(withAge()).isEqualTo(ANSWER);
    }

    @Test
    void sayHowOldFactsAreWhileKubernetesIsAway() {
        bench.cluster().isAwayFor(Duration.ofSeconds(90));

        assertThat(withAge().fallbackText()).isEqualTo("Kubernetes is away; what you see is 90 s old. Tenants · 3");
        assertThat(withAge().blocks()).hasSize(2);
    }

    @Test
    void sayThatTheListMayBeIncompleteAtFirst() {
        bench.cluster().hasNotListedYet();

        assertThat(withAge().fallbackText()).startsWith("Kubernetes has not answered completely yet");
    }
}
