package dev.hallm.bot.view;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.cluster.TenantDetails.Release;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each card as the bot would send it, for renderers to be tried on. */
public final class SampleCards {
    private static final Operation ADA = Samples.provision("ada");

    private SampleCards() {}

    /** The cards by name, always the same. */
    public static Map<String, Message> all() {
        var cards = new LinkedHashMap<String, Message>();
        requests(cards);
        onboardings(cards);
        tenants(cards);
        return cards;
    }

    private static void requests(Map<String, Message> cards) {
        try (var bench = new ViewBench()) {
            Request ada = bench.asked(ADA);
            cards.put("request-pending", card(bench, ada));
            bench.approved(ada, Samples.BO);
            cards.put("request-approved", card(bench, ada));
            Request bea = bench.asked(Samples.provision("bea"));
            Request cleo = bench.asked(Samples.provision("cleo"));
            cards.put(
                    "requests-waiting",
                    bench.get(PendingRequests.class).of(List.of(bea, cleo), Samples.approver(Samples.BO)));
            bench.get(Approvals.class).deny(bea.id(), Samples.approver(Samples.BO), "no GPU is free");
            cards.put("request-denied", card(bench, bea));
            bench.bot().clock().advance(Duration.ofHours(8));
            bench.get(Approvals.class).expireOverdue();
            cards.put("request-expired", card(bench, cleo));
            cards.put("verdict", bench.outbox().message("decided:" + bea.id()));
        }
    }

    private static Message card(ViewBench bench, Request request) {
        return bench.card(RequestCard.class, request.id());
    }

    private static void onboardings(Map<String, Message> cards) {
        try (var bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");
            done(bench, id, ChecklistItem.NAMESPACE);
            cards.put("onboarding-running", bench.card(OnboardingCard.class, id.value()));
            done(bench, id, ChecklistItem.QUOTA);
            bench.bot()
                    .publish(new OperationEvent.ItemFailed(
                            id, ADA, ChecklistItem.STACK, "the image ghcr.io/ha does not exist"));
            cards.put("onboarding-failed", bench.card(OnboardingCard.class, id.value()));
        }
        try (var bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");
            done(bench, id, ChecklistItem.values());
            cards.put("onboarding-complete", bench.card(OnboardingCard.class, id.value()));
            var step = new Step.Welcome(new TenantName("ada"), Samples.OLA, Samples.STANDARD);
            bench.get(Welcome.class).run(step, new OperationId("o1"), Duration.ZERO);
            cards.put("welcome", bench.outbox().message("welcome:o1"));
            cards.put("welcome-line", bench.outbox().message("welcome:o1@console"));
        }
    }

    private static void done(ViewBench bench, OperationId id, ChecklistItem... items) {
        for (ChecklistItem item : items) {
            bench.bot().clock().advance(Duration.ofSeconds(3));
            bench.bot().publish(new OperationEvent.ItemDone(id, ADA, item));
        }
    }

    private static void tenants(Map<String, Message> cards) {
        try (var bench = new ViewBench()) {
            TenantCard card = bench.get(TenantCard.class);
            cards.put("tenant", card.of(SampleTenants.well("ada"), details(), Samples.approver(Samples.BO)));
            cards.put(
                    "tenant-ill",
                    card.of(
                            SampleTenants.ill("ada", "the image does not exist"),
                            details(),
                            Samples.approver(Samples.BO)));
            TenantList list = bench.get(TenantList.class);
            cards.put("tenants", list.page(SampleTenants.many(12), 1, Map.of("phase", "active"), Samples.ANA));
            cards.put("tenants-none", list.page(List.of(), 1, Map.of(), Samples.ANA));
            cards.put("tenants-csv", list.csv(SampleTenants.many(2)));
            bench.cluster().breaks("node-2");
            cards.put("capacity", bench.get(CapacityTable.class).now());
        }
    }

    private static Details details() {
        return new Details(
                List.of(new Event(SampleTenants.CREATED, true, "ollama-0", "BackOff", "pulling the image again")),
                List.of(new Certificate("home-assistant-tls", false, "the issuer is away", Optional.empty())),
                Optional.of(new Release("ha-llm-ada", 3, "deployed", "ha-llm-stack-0.1.0")),
                List.of("volumes"));
    }
}
