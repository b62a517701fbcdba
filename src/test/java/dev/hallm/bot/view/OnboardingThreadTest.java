package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.cluster.Made;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.StepResult;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is posted under the card of an onboarding, numbered as the journal. */
class OnboardingThreadTest {
    @AutoClose
    private final ViewBench bench = new ViewBench();

    private final OperationId id = bench.get(Operations.class).startApproved(Samples.provision("ada"), "r1");

    private OperationRow row() {
        return bench.get(Operations.class).find(id).orElseThrow();
    }

    private void stepDone(String found, String left) {
        bench.get(Lifecycle.class).stepDone(row(), new StepResult.Done(found, left, List.<Made>of()));
    }

    private void stepFailed() {
        bench.get(Lifecycle.class)
                .stepFailed(row(), new StepResult.Failed("the name is taken", "namespace/x: of another", "Rename it."));
    }

    private void wishes(OnboardingEvent wish, String why) {
        assertThat(bench.get(Onboardings.class).signal(id, wish, Samples.BO, why))
                .isTrue();
    }

    private String key(String part) {
        return "under:onboarding:" + id + "/" + part + "@console";
    }

    private Message under(String part) {
        return bench.outbox().message(key(part));
    }

    @Test
    void saysNothingOfWhatWentWell() {
        stepDone("no namespace", "the namespace");

        assertThat(bench.outbox().keys()).noneMatch(key -> key.startsWith("under:"));
    }

    @Test
    void quotesTheEvidenceOfAFailure() {
        stepFailed();

        assertThat(under("1").fallbackText()).isEqualTo("✖ ada: Namespace: the name is taken namespace/x: of another");
        assertThat(under("1").tone()).isEqualTo(Tone.BAD);
        assertThat(under("1").blocks())
                .contains(new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain("namespace/x: of another"))));
        assertThat(bench.outbox().row(key("1")).to()).isInstanceOf(Destination.Under.class);
    }

    @Test
    void namesWhoRetriedWithoutCallingThem() {
        stepFailed();

        wishes(OnboardingEvent.RETRY, "");

        assertThat(under("2").fallbackText()).isEqualTo("Bo retries ada: Namespace.");
        assertThat(under("2").blocks().toString()).contains("ping=false").doesNotContain("ping=true");
    }

    @Test
    void quotesWhySomebodyCancelled() {
        stepFailed();

        wishes(OnboardingEvent.CANCEL, "asked for the wrong size");

        assertThat(under("2").fallbackText())
                .isEqualTo("Bo cancels the onboarding of ada; what is there stays. asked for the wrong size");
    }

    @Test
    void reportsWhatARollBackFoundAndLeft() {
        stepDone("no namespace", "the namespace");
        stepFailed();
        wishes(OnboardingEvent.ROLL_BACK, "");
        stepDone("a release", "nothing");
        stepDone("a quota", "nothing");
        stepDone("the namespace", "nothing");

        assertThat(under("3").fallbackText()).isEqualTo("Bo rolls the onboarding of ada back.");
        assertThat(under("undone").fallbackText())
                .isEqualTo("The onboarding of ada was rolled back. Found, and left:"
                        + " Remove Home Assistant and Ollama: a release → nothing;"
                        + " Remove quotas, limits and login: a quota → nothing;"
                        + " Remove the namespace: the namespace → nothing");
        assertThat(ViewBench.blocks(under("undone"), Block.Fields.class)
                        .getFirst()
                        .fields())
                .hasSize(3);
    }

    @Test
    void saysNothingOfOperationsWithoutAChecklist() {
        Operation rotation =
                new Operation.RotateCredentials(Samples.provision("bea").tenant(), Samples.OLA, Samples.ANA);
        OperationId other = bench.get(Operations.class).startApproved(rotation, "r2");
        OperationRow row = bench.get(Operations.class).find(other).orElseThrow();

        bench.get(Lifecycle.class).stepFailed(row, new StepResult.Failed("Kubernetes is away"));

        assertThat(bench.outbox().keys()).noneMatch(key -> key.startsWith("under:"));
    }
}
