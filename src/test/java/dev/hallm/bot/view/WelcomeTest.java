package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox.State;
import dev.hallm.bot.operation.MailAddress;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.tenant.FakeTenants;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WelcomeTest {
    private static final OperationId ID = new OperationId("o1");
    private static final Step STEP = new Step.Welcome(new TenantName("ada"), Samples.OLA, Samples.STANDARD);

    @AutoClose
    private final ViewBench bench = new ViewBench();

    private StepResult run() {
        return run(Duration.ofSeconds(10));
    }

    private StepResult run(Duration waited) {
        return bench.get(Welcome.class).run(STEP, ID, waited);
    }

    private Message letter() {
        return bench.outbox().message("welcome:o1");
    }

    @Test
    void tellsTheOwnerWhereWhatAndWhomToAsk() {
        run();

        assertThat(bench.outbox().row("welcome:o1").to()).isEqualTo(new Destination.Direct(Samples.OLA));
        assertThat(letter().fallbackText())
                .isEqualTo("Your tenant ada is ready. Home Assistant: https://ha.ada.example.com · Ollama: "
                        + "https://ollama.ada.example.com · limits: 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU. "
                        + "Press \"Show once\" for what you sign in with. Questions: #ha-help.");
    }

    @Test
    void showsTheSignInToTheOwnerOnly() {
        run();

        var button = ViewBench.blocks(letter(), Block.Buttons.class)
                .getFirst()
                .buttons()
                .getFirst();
        assertThat(button.label()).isEqualTo("Show once");
        assertThat(button.action().clickers()).isEqualTo(Clickers.only(Samples.OLA));
    }

    @Test
    void tellsTheChannelInOneLine() {
        run();

        assertThat(bench.outbox().row("welcome:o1@console").to()).isEqualTo(ViewBench.channel("operations"));
        assertThat(bench.outbox().message("welcome:o1@console").fallbackText()).isEqualTo("✔ ada is ready for Ola.");
    }

    @Test
    void waitsUntilTheOwnerHasIt() {
        assertThat(run()).isInstanceOf(StepResult.RetryLater.class);
    }

    @Test
    void isDoneWhenTheOwnerHasIt() {
        run();
        bench.outbox().ends("welcome:o1", State.DELIVERED);

        assertThat(run()).isEqualTo(new StepResult.Done());
    }

    @Test
    void failsWithAdviceWhenTheOwnerCannotBeReached() {
        run();
        bench.outbox().ends("welcome:o1", State.UNDELIVERABLE);

        assertThat(run())
                .isEqualTo(new StepResult.Failed(
                        "Ola cannot be reached by direct message. Ask them to allow messages, then retry."));
    }

    @Test
    void writesWhatTheTemplatesSay() {
        run();

        assertThat(ViewBench.blocks(letter(), Block.Text.class))
                .extracting(text -> text.spans().getFirst())
                .startsWith(Span.plain("Welcome! ada is ready"))
                .anySatisfy(span -> assertThat(((Span.Plain) span).text()).startsWith("First steps: press"));
    }

    @Test
    void showsLimitsAsBarsOnceTheClusterCounts() {
        bench.get(FakeTenants.class).add(SampleTenants.well("ada"));

        run();

        assertThat(ViewBench.blocks(letter(), Block.Fields.class).get(1).fields())
                .extracting(Block.Field::share)
                .doesNotContainNull()
                .hasSize(3);
    }

    @Test
    void waitsAMomentForLimitsThatTheClusterHasNotToldYet() {
        assertThat(run(Duration.ofSeconds(9))).isInstanceOf(StepResult.RetryLater.class);

        assertThat(bench.outbox().keys()).isEmpty();
    }

    @Test
    void showsWhatWasGrantedWhereTheClusterDoesNotCount() {
        run();

        assertThat(ViewBench.blocks(letter(), Block.Fields.class).get(1).fields())
                .containsExactly(Block.Field.of("Limits", "4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU"));
    }

    @Test
    void sendsNoMailWhereNobodyTakesIt() {
        runWithMail();

        assertThat(bench.outbox().keys()).doesNotContain("welcome:o1@mail");
    }

    @Test
    void sendsTheMailThatTheOwnerAskedForWithoutAnySecret() {
        bench.bot().add(new FakeChat(Destination.Mail.PLATFORM));

        runWithMail();

        assertThat(bench.outbox().row("welcome:o1@mail").to()).isEqualTo(new Destination.Mail("ola@example.com"));
        Message mail = bench.outbox().message("welcome:o1@mail");
        assertThat(mail.fallbackText()).isEqualTo("ada is ready");
        assertThat(mail.blocks().toString())
                .contains("Hello Ola,", "https://ha.ada.example.com", "is not in this mail");
        assertThat(ViewBench.buttons(mail)).isEmpty();
    }

    private void runWithMail() {
        bench.get(Welcome.class)
                .run(
                        new Step.Welcome(
                                new TenantName("ada"),
                                Samples.OLA,
                                Samples.STANDARD,
                                new MailAddress("ola@example.com")),
                        ID,
                        Duration.ofSeconds(10));
    }

    @Test
    void tellsTheOperatorsWhoTakesNoDirectMessages() {
        run();
        bench.outbox().standsIn("welcome:o1");

        assertThat(run()).isEqualTo(new StepResult.Done());

        assertThat(bench.outbox().message("welcome:o1/operators").fallbackText())
                .startsWith("Ola takes no direct messages, so the welcome of ada is a button");
    }

    @Test
    void sendsNothingTwice() {
        run();

        run();

        assertThat(bench.outbox().keys()).containsExactly("welcome:o1", "welcome:o1@console");
    }
}
