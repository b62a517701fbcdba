package dev.hallm.bot.view;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.cluster.TenantCredentials.Strays;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** New credentials of a tenant: asked for, made, and stopped in the middle. */
final class SampleRotationCards {
    private static final Operation ADA = new Operation.RotateCredentials(
            new TenantName("ada"), Samples.OLA, Samples.ANA, "A laptop with the kubeconfig is lost");
    private static final OperationId ROTATION = new OperationId("o1");

    private final Map<String, Message> cards = new HashMap<>();

    private SampleRotationCards() {}

    static Map<String, Message> all() {
        SampleRotationCards samples = new SampleRotationCards();
        samples.asked();
        samples.done();
        samples.failed();
        return samples.cards;
    }

    private void asked() {
        try (ViewBench bench = ViewBench.withRule("operation.kind == 'rotate-credentials'")) {
            Request request = bench.asked(ADA);
            cards.put("request-rotate", bench.card(RequestCard.class, request.id()));
            bench.get(Approvals.class).deny(request.id(), Samples.approver(Samples.BO), "it was found again");
            cards.put("request-rotate-denied", bench.card(RequestCard.class, request.id()));
        }
    }

    private void done() {
        try (ViewBench bench = new ViewBench()) {
            bench.credentials().has(new Strays.Found(List.of("ServiceAccount builder", "Secret builder-token")));
            RotationNotice notice = bench.get(RotationNotice.class);
            notice.run(new Step.TellRotated(ADA.tenant(), Samples.OLA, Samples.ANA), ROTATION, Duration.ZERO);
            cards.put("rotated", bench.outbox().message("rotated:o1"));
            cards.put("rotated-owner", bench.outbox().message("rotated:o1@owner"));
        }
    }

    private void failed() {
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.failed(
                    ADA,
                    new StepResult.Failed(
                            "Kubernetes does not answer, after 120 tries",
                            "",
                            "See whether the cluster answers (\"doctor\"), then retry."));
            cards.put(
                    "rotate-failed",
                    bench.outbox().message(bench.outbox().keys().getLast()));
            cards.put("operation-failed", bench.card(OperationCard.class, id.value()));
            cards.put(
                    "operation-in-the-way",
                    bench.get(FailedOperation.class)
                            .inTheWay(bench.get(Operations.class).find(id).orElseThrow()));
            bench.get(Signals.class).cancel(id, Samples.BO, "the laptop was found again");
            cards.put("operation-cancelled", bench.card(OperationCard.class, id.value()));
            cards.put(
                    "operation-intervened",
                    bench.outbox().message(bench.outbox().keys().getLast()));
        }
    }
}
