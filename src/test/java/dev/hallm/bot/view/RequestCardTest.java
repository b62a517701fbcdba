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
                .containsExactly("Approve request", "Deny request…", "Ask requester…", "Preview objects");
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
    void saysWhoApprovedAndOffersNothingMore() {
        Request request = bench.asked(ADA);

        bench.approved(request, Samples.BO);

        assertThat(card(request).fallbackText()).isEqualTo("Access request for tenant ada by Ana: ✔ Approved by Bo");
        assertThat(card(request).tone()).isEqualTo(Tone.GOOD);
        assertThat(ViewBench.buttons(card(request))).isEmpty();
    }

    @Test
    void saysWhoDeniedAndWhy() {
        Request request = bench.asked(ADA);

        bench.get(Approvals.class).deny(request.id(), Samples.approver(Samples.BO), "no GPU is free");

        assertThat(card(request).fallbackText())
                .isEqualTo("Access request for tenant ada by Ana: ✖ Denied by Bo: no GPU is free");
        assertThat(card(request).tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(ViewBench.buttons(card(request))).isEmpty();
    }

    @Test
    void saysThatNobodyDecidedInTime() {
        Request request = bench.asked(ADA);
        bench.bot().clock().advance(Duration.ofHours(8));

        bench.get(Approvals.class).expireOverdue();

        assertThat(card(request).fallbackText())
                .isEqualTo("Access request for tenant ada by Ana: – Expired: nobody decided in time");
        assertThat(ViewBench.buttons(card(request))).isEmpty();
    }

    @Test
    void shrinksToTwoLinesOnceDecided() {
        Request request = bench.asked(ADA);

        bench.approved(request, Samples.BO);

        assertThat(card(request).blocks()).hasSize(2);
    }

    @Test
    void isGoneWithItsRequest() {
        assertThat(bench.get(RequestCard.class).render("never")).isEmpty();
    }
}
