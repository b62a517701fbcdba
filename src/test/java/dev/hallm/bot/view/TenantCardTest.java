package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.cluster.TenantDetails.Release;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TenantCardTest {
    private static final Details NOTHING = new Details(List.of(), List.of(), Optional.empty(), List.of());

    @AutoClose
    private final ViewBench bench = new ViewBench();

    private Message card(Tenant tenant, Details details) {
        return bench.get(TenantCard.class).of(tenant, details, Samples.approver(Samples.BO));
    }

    private static Block.Table table(Message card, String caption) {
        return ViewBench.blocks(card, Block.Table.class).stream()
                .filter(table -> table.caption().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhoseItIsHowLargeAndHowItIs() {
        Message card = card(SampleTenants.well("ada"), NOTHING);

        assertThat(card.fallbackText())
                .isEqualTo("ada is active, owner Ola, size standard. Nothing is wrong with its workloads.");
        assertThat(card.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void saysWhatIsWrong() {
        Message card = card(SampleTenants.ill("ada", "the image does not exist"), NOTHING);

        assertThat(card.fallbackText()).endsWith("size standard. ollama: the image does not exist");
        assertThat(card.tone()).isEqualTo(Tone.BAD);
        assertThat(table(card, "Workloads").rows().toString()).contains("✖ the image does not exist", "✔ running");
    }

    @Test
    void showsATenantThatWasMadeByHand() {
        Message card = card(SampleTenants.byHand("ada"), NOTHING);

        assertThat(card.fallbackText()).startsWith("ada is unmanaged, owner –, size –.");
        assertThat(card.tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(card.blocks().toString()).contains("nobody (made by hand)");
    }

    @Test
    void showsTheQuotaThatIsGrantedAsBars() {
        List<Field> bars = ViewBench.blocks(card(SampleTenants.well("ada"), NOTHING), Block.Fields.class)
                .get(1)
                .fields();

        assertThat(bars)
                .containsExactly(
                        Field.bar("CPU", "1.5 of 4", 0.375),
                        Field.bar("Memory", "3 GiB of 8 GiB", 0.375),
                        Field.bar("GPU", "1 of 1", 1.0));
    }

    @Test
    void showsTheCertificateOfEachAddress() {
        var broken = new Certificate("home-assistant-tls", false, "the issuer is away", Optional.empty());

        Message card =
                card(SampleTenants.well("ada"), new Details(List.of(), List.of(broken), Optional.empty(), List.of()));

        assertThat(table(card, "Addresses").rows().getFirst().toString())
                .contains("https://ha.ada.example.com", "✔ has an address", "✖ the issuer is away");
    }

    @Test
    void showsTheLastThreeEvents() {
        List<Event> events = IntStream.range(0, 5)
                .mapToObj(i -> new Event(SampleTenants.CREATED, true, "ollama-" + i, "BackOff", "again"))
                .toList();

        Message card = card(SampleTenants.well("ada"), new Details(events, List.of(), Optional.empty(), List.of()));

        assertThat(table(card, "Recent events").rows()).hasSize(3);
    }

    @Test
    void showsTheRelease() {
        var release = new Release("ha-llm-ada", 3, "deployed", "ha-llm-stack-0.1.0");

        Message card =
                card(SampleTenants.well("ada"), new Details(List.of(), List.of(), Optional.of(release), List.of()));

        assertThat(card.blocks().toString()).contains("ha-llm-stack-0.1.0 · revision 3 · deployed");
    }

    @Test
    void saysWhatCameTooLate() {
        Message card = card(
                SampleTenants.well("ada"),
                new Details(List.of(), List.of(), Optional.empty(), List.of("events", "certificates")));

        assertThat(card.blocks().toString())
                .contains("Not in time: events, certificates. Press Refresh to look again.");
    }

    @Test
    void showsTheChecklistWhileItIsOnboarding() {
        bench.get(Operations.class).startApproved(Samples.provision("ada"), "r1");

        Message card = card(SampleTenants.onboarding("ada"), NOTHING);

        assertThat(ViewBench.blocks(card, Block.Checklist.class)).hasSize(1);
        assertThat(card.tone()).isEqualTo(Tone.PROGRESS);
    }

    @Test
    void refreshesForItsReaderOnly() {
        Message card = card(SampleTenants.well("ada"), NOTHING);

        assertThat(ViewBench.blocks(card, Block.Buttons.class).getFirst().buttons())
                .extracting(button -> button.action().clickers())
                .containsExactly(Clickers.only(Samples.BO));
    }
}
