package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Text.Style;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RequestCardTest {
    private static final Provision ADA = Samples.provision("ada");

    @AutoClose
    private ViewBench bench = new ViewBench();

    private Message card(Request request) {
        return bench.card(RequestCard.class, request.id());
    }

    @Test
    void saysWhileItWaitsWhoAsksForWhatUntilWhenAndWhereToDecide() {
        Message card = card(bench.asked(ADA));

        assertThat(card.fallbackText())
                .isEqualTo("Access request: Ana asks for tenant ada for Ola, size standard, 4–8 CPU · 8–16 GiB · "
                        + "100 GiB disk · 1 GPU. Needs 1 more approval of role approver, until 2026-03-02T18:00:00Z. "
                        + "Decide here or with \"approvals\".");
        assertThat(card.tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void showsWhatItTakesAndWhatItLeaves() {
        Message card = card(bench.asked(ADA));

        assertThat(ViewBench.blocks(card, Block.Fields.class).getFirst().fields())
                .contains(Block.Field.of("Size", "4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU"))
                .contains(Block.Field.of("Leaves", "20.5 CPU · 190 GiB · 2 GPU free"));
    }

    @Test
    void offersBothDecisionsToThoseWhoMayVote() {
        Message card = card(bench.asked(ADA));

        assertThat(ViewBench.buttons(card))
                .containsExactly(
                        "Approve request",
                        "Deny request…",
                        "Approve with changes…",
                        "Ask requester…",
                        "Preview objects");
        assertThat(ViewBench.blocks(card, Block.Buttons.class).getFirst().buttons())
                .filteredOn(button -> !button.action().verb().equals("preview"))
                .extracting(button -> button.action().clickers())
                .containsOnly(Clickers.holding(Role.APPROVER));
    }

    @Test
    void namesTheTenantToScreenReadersAtEachButton() {
        Message card = card(bench.asked(ADA));

        assertThat(ViewBench.blocks(card, Block.Buttons.class).getFirst().buttons())
                .extracting(button -> button.accessibilityLabel())
                .allMatch(label -> label.endsWith(" ada"));
    }

    @Test
    void quotesTheReasonAsItWasTyped() {
        var markup = new Provision(ADA.tenant(), ADA.owner(), ADA.requester(), ADA.size(), "<!channel> *now* @here");

        Message card = card(bench.asked(markup));

        assertThat(card.blocks())
                .contains(new Block.Text(Style.QUOTE, java.util.List.of(Span.plain("<!channel> *now* @here"))));
    }

    @Test
    void quotesNothingWhenNoReasonWasGiven() {
        var silent = new Provision(ADA.tenant(), ADA.owner(), ADA.requester(), ADA.size(), " ");

        Message card = card(bench.asked(silent));

        assertThat(ViewBench.blocks(card, Block.Text.class))
                .extracting(Block.Text::style)
                .doesNotContain(Style.QUOTE);
    }

    @Test
    void countsTheApprovalsThatAreMissing() {
        bench.close();
        bench = new ViewBench(3);
        Request request = bench.asked(ADA);
        bench.approved(request, Samples.BO);

        assertThat(card(request).fallbackText()).contains("Needs 2 more approval");
        assertThat(card(request).blocks().toString()).contains("Needs 2 approvals of approver");
    }

    @Test
    void saysWhoApprovedAndOffersOnlyTheDetails() {
        Request request = bench.asked(ADA);

        bench.approved(request, Samples.BO);

        assertThat(card(request).fallbackText()).isEqualTo("Access request for tenant ada by Ana: ✔ Approved by Bo");
        assertThat(card(request).tone()).isEqualTo(Tone.GOOD);
        assertThat(ViewBench.buttons(card(request))).containsExactly("Show details");
    }

    @Test
    void saysWhoDeniedAndWhy() {
        Request request = bench.asked(ADA);

        bench.get(Approvals.class).deny(request.id(), Samples.approver(Samples.BO), "no GPU is free");

        assertThat(card(request).fallbackText())
                .isEqualTo("Access request for tenant ada by Ana: ✖ Denied by Bo: no GPU is free");
        assertThat(card(request).tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(ViewBench.buttons(card(request))).containsExactly("Show details");
    }

    @Test
    void saysThatNobodyDecidedInTime() {
        Request request = bench.asked(ADA);
        bench.bot().clock().advance(Duration.ofHours(8));

        bench.get(Approvals.class).expireOverdue();

        assertThat(card(request).fallbackText())
                .isEqualTo("Access request for tenant ada by Ana: – Expired: nobody decided in time");
        assertThat(ViewBench.buttons(card(request))).containsExactly("Show details");
    }

    @Test
    void shrinksToTwoLinesOnceDecided() {
        Request request = bench.asked(ADA);

        bench.approved(request, Samples.BO);

        assertThat(lines(card(request))).isEqualTo(2);
    }

    private static long lines(Message card) {
        return card.blocks().stream()
                .filter(block -> !(block instanceof Block.Buttons))
                .count();
    }

    @Test
    void shrinksToTwoLinesHoweverItEnds() {
        Request denied = bench.asked(ADA);
        Request withdrawn = bench.asked(Samples.provision("bea"));
        Request expired = bench.asked(Samples.provision("cleo"));
        bench.get(Approvals.class).deny(denied.id(), Samples.approver(Samples.BO), "no ".repeat(300));
        bench.get(Approvals.class).withdraw(withdrawn.id(), Samples.approver(Samples.ANA));
        bench.bot().clock().advance(Duration.ofHours(8));
        bench.get(Approvals.class).expireOverdue();

        assertThat(Stream.of(denied, withdrawn, expired).map(this::card).map(RequestCardTest::lines))
                .containsOnly(2L);
        assertThat(card(denied).blocks().toString()).contains("no no").contains("…");
    }

    @Test
    void opensItsDetailsToTheRequesterApproversAndAdmins() {
        Request request = bench.asked(ADA);

        bench.approved(request, Samples.BO);

        assertThat(ViewBench.blocks(card(request), Block.Buttons.class)
                        .getFirst()
                        .buttons())
                .extracting(button -> button.action().clickers())
                .containsExactly(new Clickers(Set.of(Samples.ANA), Set.of(Role.APPROVER, Role.ADMIN)));
    }

    @Test
    void showsWhatItWasLoweredFrom() {
        bench.close();
        bench = new ViewBench(2);
        Request request = bench.asked(ADA);

        bench.lowered(request, Samples.BO);

        assertThat(card(request).fallbackText()).contains("size small, 1–2 CPU");
        assertThat(ViewBench.blocks(card(request), Block.Fields.class)
                        .getFirst()
                        .fields())
                .contains(Block.Field.of("Size", "1–2 CPU · 4–8 GiB · 50 GiB disk · no GPU"))
                .contains(Block.Field.of("Lowered from", "standard, 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU"));
        assertThat(ViewBench.buttons(card(request))).doesNotContain("Approve with changes…");
    }

    @Test
    void saysWhatWasGrantedInstead() {
        Request request = bench.asked(ADA);

        bench.lowered(request, Samples.BO);

        assertThat(card(request).fallbackText())
                .isEqualTo(
                        "Access request for tenant ada by Ana: ✔ Approved by Bo, with size small instead of standard");
    }

    @Test
    void isGoneWithItsRequest() {
        assertThat(bench.get(RequestCard.class).render("never")).isEmpty();
    }
}
