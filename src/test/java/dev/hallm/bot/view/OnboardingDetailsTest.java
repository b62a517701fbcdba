package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.cluster.TenantDetails.Release;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OnboardingDetailsTest {
    private static final Details NOTHING = new Details(List.of(), List.of(), Optional.empty(), List.of());

    @AutoClose
    private final ViewBench bench = new ViewBench();

    private final OperationId id = bench.get(Operations.class).startApproved(Samples.provision("ada"), "r1");

    private OperationRow row() {
        return bench.get(Operations.class).find(id).orElseThrow();
    }

    private Message details(Optional<Tenant> tenant, Details details) {
        return bench.get(OnboardingDetails.class)
                .of(bench.get(Onboardings.class).find(id).orElseThrow(), tenant, details);
    }

    private List<Block.Table> tables(Message message) {
        return ViewBench.blocks(message, Block.Table.class);
    }

    @Test
    void tellWhereItIs() {
        assertThat(details(Optional.empty(), NOTHING).fallbackText())
                .isEqualTo("Onboarding of ada: it is at \"Namespace\".");
        assertThat(details(Optional.empty(), NOTHING).tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void listWhatEachStepFoundAndLeft() {
        bench.get(Lifecycle.class).stepDone(row(), new StepResult.Done("no namespace", "ha-llm-user-ada", List.of()));

        assertThat(tables(details(Optional.empty(), NOTHING))
                        .getFirst()
                        .rows()
                        .getFirst()
                        .toString())
                .contains("Namespace", "✔ done", "no namespace → ha-llm-user-ada");
    }

    @Test
    void tellWhoIntervenedAndWhy() {
        bench.get(Lifecycle.class).stepFailed(row(), new StepResult.Failed("the name is taken"));
        bench.get(Onboardings.class).signal(id, OnboardingEvent.CANCEL, Samples.BO, "wrong name");

        assertThat(tables(details(Optional.empty(), NOTHING))
                        .getFirst()
                        .rows()
                        .getLast()
                        .toString())
                .contains("Bo", "cancelled", "wrong name");
    }

    @Test
    void listWhatTheClusterHas() {
        var release = Optional.of(new Release("ha-llm-ada", 3, "deployed", "ha-llm-stack-0.1.0"));
        var details = new Details(List.of(), List.of(), release, List.of());

        String rows = tables(details(Optional.of(SampleTenants.ill("ada", "the image does not exist")), details))
                .getLast()
                .rows()
                .toString();

        assertThat(rows).contains("ha-llm-user-ada", "deployed, revision 3", "the image does not exist", "Volume");
    }

    @Test
    void keepToTheLatestEvents() {
        List<Event> events = IntStream.range(0, 9)
                .mapToObj(number ->
                        new Event(SampleTenants.CREATED, true, "pod/ollama-" + number, "BackOff", "not found"))
                .toList();

        String shown = details(
                        Optional.of(SampleTenants.well("ada")),
                        new Details(events, List.of(), Optional.empty(), List.of()))
                .blocks()
                .toString();

        assertThat(shown).contains("pod/ollama-0", "pod/ollama-4").doesNotContain("pod/ollama-5");
    }

    @Test
    void nameWhatDidNotAnswerInTime() {
        var late = new Details(List.of(), List.of(), Optional.empty(), List.of("events", "the release"));

        assertThat(details(Optional.empty(), late).blocks().toString()).contains("events, the release");
    }

    @Test
    void offerTheSameWaysOutAsTheCard() {
        bench.get(Lifecycle.class).stepFailed(row(), new StepResult.Failed("the name is taken"));

        assertThat(ViewBench.buttons(details(Optional.empty(), NOTHING)))
                .containsExactly("Retry step", "Roll back onboarding…", "Cancel onboarding…", "Show details");
        assertThat(details(Optional.empty(), NOTHING).tone()).isEqualTo(Tone.BAD);
    }
}
