package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.RequestEvent;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.OnboardingChanged;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What domain events put into the outbox, and where it goes. */
class PostsTest {
    private static final Operation ADA = Samples.provision("ada");

    @AutoClose
    private ViewBench bench = new ViewBench();

    private Message verdictOn(Request request) {
        return bench.outbox().message("decided:" + request.id());
    }

    @Test
    void postARequestToTheApprovers() {
        Request request = bench.asked(ADA);

        var row = bench.outbox().row("request:" + request.id() + "@console");
        assertThat(row.to()).isEqualTo(ViewBench.channel("approvals"));
        assertThat(row.card()).contains(new Subject("request", request.id()));
    }

    @Test
    void showADecisionOnTheCardAndTellTheRequesterPrivately() {
        Request request = bench.asked(ADA);

        bench.approved(request, Samples.BO);

        assertThat(bench.outbox().refreshed()).contains(new Subject("request", request.id()));
        assertThat(bench.outbox().row("decided:" + request.id()).to()).isEqualTo(new Destination.Direct(Samples.ANA));
        assertThat(verdictOn(request).fallbackText()).startsWith("✔ Your request for ada was approved by Bo.");
    }

    @Test
    void tellTheRequesterWhyItWasDenied() {
        Request request = bench.asked(ADA);

        bench.get(Approvals.class).deny(request.id(), Samples.approver(Samples.BO), "no GPU is free");

        assertThat(verdictOn(request).fallbackText())
                .isEqualTo("✖ Your request for ada was denied by Bo: no GPU is free");
        assertThat(verdictOn(request).blocks().toString()).contains("You can ask again with another size or reason.");
    }

    @Test
    void tellTheRequesterWhatWasGrantedInstead() {
        Request request = bench.asked(ADA);

        bench.lowered(request, Samples.BO);

        assertThat(verdictOn(request).fallbackText())
                .startsWith("✔ Your request for ada was approved by Bo.")
                .contains("An approver lowered it from standard to small, 1–2 CPU · 4–8 GiB · 50 GiB disk · no GPU.");
    }

    @Test
    void sayUnderTheCardWhoLoweredIt() {
        bench.close();
        bench = new ViewBench(2);
        Request request = bench.asked(ADA);
        bench.approved(request, Samples.CY);

        bench.lowered(request, Samples.BO);

        assertThat(bench.outbox()
                        .message("lowered:" + request.id() + ":1@console")
                        .fallbackText())
                .startsWith("Bo approves with changes: standard, 4–8 CPU")
                .endsWith("Earlier approvals were for something else and count no more.");
        assertThat(bench.outbox().message("voted:" + request.id() + ":1").fallbackText())
                .contains("1 of 2 approvals")
                .contains("lowered it from standard to small");
    }

    @Test
    void tellTheRequesterThatNobodyDecided() {
        Request request = bench.asked(ADA);
        bench.bot().clock().advance(Duration.ofHours(8));

        bench.get(Approvals.class).expireOverdue();

        assertThat(verdictOn(request).fallbackText())
                .isEqualTo("Your request for ada expired: nobody decided in time. You can ask again.");
    }

    @Test
    void sayAloudThatNobodyIsLeftWhoCouldDecide() {
        Request r = bench.asked(ADA);
        var strandedNeeds = new Request.Needs("audited", 1, Role.AUDITOR, true);
        var stranded = new Request(
                r.id(),
                r.operation(),
                r.asked(),
                r.requester(),
                r.owner(),
                strandedNeeds,
                r.state(),
                r.version(),
                r.createdAt(),
                r.expiresAt(),
                null,
                r.votes(),
                r.questions());

        bench.bot().publish(new RequestEvent.Reminded(stranded, r.createdAt()));

        String key = "stranded:" + r.id() + ":" + r.createdAt().getEpochSecond();
        assertThat(bench.outbox().row(key).to()).isEqualTo(new Destination.Direct(Samples.ANA));
        assertThat(bench.outbox().row(key + "@console").to()).isEqualTo(ViewBench.channel("operations"));
        assertThat(bench.outbox().message(key).fallbackText())
                .contains("Nobody is left who could decide", "roles.auditor in bot.yaml", "request withdraw");
    }

    @Test
    void remindApproversWhileSomebodyIsLeft() {
        Request request = bench.asked(ADA);

        bench.bot().publish(new RequestEvent.Reminded(request, request.createdAt()));

        assertThat(bench.outbox().keys()).noneMatch(key -> key.startsWith("stranded:"));
    }

    @Test
    void postTheChecklistToOperationsAtTheApproval() {
        bench.approved(bench.asked(ADA), Samples.BO);

        var onboarding =
                bench.bot().published(OnboardingChanged.class).getFirst().onboarding();
        Subject card = new Subject("onboarding", onboarding.operation().value());
        assertThat(bench.outbox().row(card + "@console").to()).isEqualTo(ViewBench.channel("operations"));
        assertThat(bench.outbox().refreshed()).contains(card);
    }
}
