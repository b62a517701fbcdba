package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.checks.Scorecards;
import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.tenant.FakeTenants;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Onboardings in every state, with the welcome at their end. */
final class SampleOnboardingCards {
    private static final Operation ADA = Samples.provision("ada");
    private static final OperationId WELCOME = new OperationId("o1");
    private static final String EVIDENCE = "namespace/ha-llm-user-ada: belongs to another onboarding";
    private static final List<Finding> SCORECARD = List.of(
            new Finding(Check.DNS, State.PENDING, "ha.ada.example.com has no address yet"),
            new Finding(Check.CERTIFICATE, State.NOT_APPLICABLE, "platform.values names no ingress.clusterIssuer"),
            new Finding(Check.HOME_ASSISTANT, State.OK, "answers"),
            new Finding(Check.OLLAMA, State.FAILED, "answers 500 to /api/version"),
            new Finding(Check.GPU, State.OK, "1 nvidia.com/gpu on gpu-1"),
            new Finding(Check.ISOLATION, State.OK, "4 network policies as applied"));

    private final Map<String, Message> cards = new HashMap<>();

    private SampleOnboardingCards() {}

    static Map<String, Message> all() {
        SampleOnboardingCards samples = new SampleOnboardingCards();
        samples.running();
        samples.lifecycle();
        samples.complete();
        return samples.cards;
    }

    private void running() {
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");
            done(bench, id, ChecklistItem.NAMESPACE);
            cards.put("onboarding-running", bench.card(OnboardingCard.class, id.value()));
            bench.bot()
                    .publish(new OperationEvent.ItemFailed(id, ADA, ChecklistItem.QUOTA, "the image does not exist"));
            cards.put("onboarding-failed", bench.card(OnboardingCard.class, id.value()));
        }
    }

    /** One that waits, fails, is cancelled and is rolled back. */
    private void lifecycle() {
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");
            Instant began = bench.bot().clock().instant();
            bench.bot().clock().advance(Duration.ofSeconds(41));
            bench.bot()
                    .publish(new OperationEvent.StepRunning(
                            id, ADA, ChecklistItem.NAMESPACE, "ollama: image pulling", began));
            cards.put("onboarding-waiting", bench.card(OnboardingCard.class, id.value()));
            Lifecycle lifecycle = bench.get(Lifecycle.class);
            lifecycle.stepFailed(row(bench, id), new StepResult.Failed("the name is taken", EVIDENCE, "Rename it."));
            cards.put("onboarding-evidence", bench.card(OnboardingCard.class, id.value()));
            Onboardings onboardings = bench.get(Onboardings.class);
            onboardings.signal(id, OnboardingEvent.CANCEL, Samples.BO, "asked for the wrong size");
            cards.put("onboarding-cancelled", bench.card(OnboardingCard.class, id.value()));
            onboardings.signal(id, OnboardingEvent.ROLL_BACK, Samples.BO, "");
            cards.put("onboarding-rolling-back", bench.card(OnboardingCard.class, id.value()));
            for (int steps = 0; steps < 3; steps++) {
                lifecycle.stepDone(row(bench, id), new StepResult.Done("something", "nothing", List.of()));
            }
            cards.put("onboarding-rolled-back", bench.card(OnboardingCard.class, id.value()));
            String thread = "under:onboarding:" + id + "/";
            cards.put("onboarding-thread-failed", bench.outbox().message(thread + "1@console"));
            cards.put("onboarding-thread-cancelled", bench.outbox().message(thread + "2@console"));
            cards.put("onboarding-thread-undone", bench.outbox().message(thread + "undone@console"));
            cards.put(
                    "onboarding-details",
                    bench.get(OnboardingDetails.class)
                            .of(onboardings.find(id).orElseThrow(), Optional.empty(), SampleTenants.details()));
        }
    }

    private void complete() {
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");
            done(bench, id, ChecklistItem.values());
            bench.bot().inTransaction(() -> bench.get(Scorecards.class).record(id, SCORECARD));
            cards.put("onboarding-complete", bench.card(OnboardingCard.class, id.value()));
            bench.get(FakeTenants.class).add(SampleTenants.well("ada"));
            bench.get(Welcome.class)
                    .run(
                            new Step.Welcome(new TenantName("ada"), Samples.OLA, Samples.STANDARD),
                            WELCOME,
                            Duration.ZERO);
            cards.put("welcome", bench.outbox().message("welcome:o1"));
            cards.put("welcome-line", bench.outbox().message("welcome:o1@console"));
        }
    }

    private static OperationRow row(ViewBench bench, OperationId id) {
        return bench.get(Operations.class).find(id).orElseThrow();
    }

    private static void done(ViewBench bench, OperationId id, ChecklistItem... items) {
        for (ChecklistItem item : items) {
            bench.bot().clock().advance(Duration.ofSeconds(3));
            bench.bot().publish(new OperationEvent.ItemDone(id, ADA, item));
        }
    }
}
