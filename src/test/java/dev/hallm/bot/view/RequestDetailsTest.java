package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Questions;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RequestDetailsTest {
    private static final Operation ADA = Samples.provision("ada");
    private static final Person BO = Samples.approver(Samples.BO);
    private static final Person ANA = new Person(Samples.ANA, "Ana", Set.of(Role.USER));

    @AutoClose
    private ViewBench bench = new ViewBench(2);

    private Message details(Request request, Person reader) {
        return bench.get(RequestDetails.class).of(bench.request(request.id()), reader);
    }

    private List<List<Block.Cell>> votes(Request request) {
        return ViewBench.blocks(details(request, BO), Block.Table.class)
                .getFirst()
                .rows();
    }

    @Test
    void tellWhoAskedForWhatAndWhy() {
        Request request = bench.asked(ADA);

        assertThat(details(request, BO).fallbackText())
                .startsWith("Access request for tenant ada: Ana asked for Ola, size standard, 4–8 CPU");
        assertThat(details(request, BO).blocks().toString()).contains("Pilot for building 7", "default: 2 of approver");
    }

    @Test
    void listEachVoteWithItsTime() {
        Request request = bench.asked(ADA);
        bench.approved(request, Samples.BO);
        Instant first = bench.bot().clock().instant();
        bench.bot().clock().advance(Duration.ofMinutes(3));
        bench.get(Approvals.class).deny(request.id(), Samples.approver(Samples.CY), "no GPU is free");

        assertThat(votes(request)).hasSize(2);
        assertThat(votes(request).getFirst().get(2)).isEqualTo(Block.Cell.of(new Span.Time(first, true)));
        assertThat(votes(request).getLast().toString()).contains("Cy", "✖ denies", "no GPU is free");
        assertThat(details(request, BO).fallbackText()).contains("✖ Denied by Cy");
    }

    @Test
    void showEveryQuestionWithItsAnswer() {
        Request request = bench.asked(ADA);
        Questions questions = bench.get(Questions.class);
        for (int number = 1; number <= 5; number++) {
            questions.ask(request.id(), BO, "Question " + number + "?");
        }
        questions.answer(bench.request(request.id()).questions().getFirst().id(), ANA, "Forty-two");

        assertThat(details(request, BO).blocks().toString())
                .contains("Question 1?", "Forty-two", "Question 5?", "has not answered yet");
    }

    @Test
    void tellWhatItLedTo() {
        bench.close();
        bench = new ViewBench();
        Request request = bench.asked(ADA);
        bench.approved(request, Samples.BO);

        assertThat(details(request, BO).fallbackText())
                .contains("✔ Approved by Bo")
                .endsWith("Onboarding: it is at \"Namespace\", 0 of 8 done.");
        assertThat(ViewBench.buttons(details(request, BO))).containsExactly("Show onboarding");
    }

    @Test
    void offerTheOnboardingToNobodyWhoMayNotSeeIt() {
        bench.close();
        bench = new ViewBench();
        Request request = bench.asked(ADA);
        bench.approved(request, Samples.BO);

        assertThat(details(request, ANA).fallbackText()).contains("Onboarding:");
        assertThat(ViewBench.buttons(details(request, ANA))).isEmpty();
    }

    @Test
    void leadToNothingWhenItWasDenied() {
        Request request = bench.asked(ADA);
        bench.get(Approvals.class).deny(request.id(), BO, "no");

        assertThat(details(request, BO).fallbackText()).doesNotContain("Onboarding");
        assertThat(ViewBench.buttons(details(request, BO))).isEmpty();
    }

    @Test
    void showBothSizesOfWhatWasLowered() {
        Request request = bench.asked(ADA);

        bench.lowered(request, Samples.BO);

        assertThat(ViewBench.blocks(details(request, BO), Block.Fields.class)
                        .getFirst()
                        .fields())
                .contains(
                        Block.Field.of("Size", "standard, 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU"),
                        Block.Field.of("Lowered to", "small, 1–2 CPU · 4–8 GiB · 50 GiB disk · no GPU"));
    }
}
