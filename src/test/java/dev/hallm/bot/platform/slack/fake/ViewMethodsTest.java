package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When a modal opens. */
class ViewMethodsTest {
    @AutoClose
    private final ApiBench bench = new ApiBench();

    private final FakeSlack slack = bench.slack();
    private final Workspace workspace = bench.workspace();

    @Test
    void opensOneModalForATriggerWithinThreeSeconds() throws IOException {
        String view =
                "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Quota\"},\"blocks\":[{\"type\":\"divider\"}]}";
        String trigger = slack.triggers().issue("UANA");
        String late = slack.triggers().issue("UANA");

        assertThat(bench.error("views.open", "trigger_id", trigger, "view", view))
                .isEmpty();
        assertThat(bench.error("views.open", "trigger_id", trigger, "view", view))
                .isEqualTo("exchanged_trigger_id");
        bench.clock().advance(Duration.ofSeconds(4));
        assertThat(bench.error("views.open", "trigger_id", late, "view", view)).isEqualTo("expired_trigger_id");
        assertThat(bench.error("views.open", "trigger_id", "made.up", "view", view))
                .isEqualTo("invalid_trigger_id");
        assertThat(workspace.modals("UANA")).hasSize(1);
    }
}
