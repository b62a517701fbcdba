package dev.hallm.bot.view;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Questions;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.checks.Scorecards;
import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import dev.hallm.bot.cluster.TenantCredentials.Mint;
import dev.hallm.bot.cluster.TenantCredentials.Strays;
import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.cluster.TenantDetails.Release;
import dev.hallm.bot.identity.Person;
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
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.tenant.FakeTenants;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every card in every state, by name, for the tests of whoever draws them. */
public final class SampleCards {
    private static final List<Finding> SCORECARD = List.of(
            new Finding(Check.DNS, State.PENDING, "ha.ada.example.com has no address yet"),
            new Finding(Check.CERTIFICATE, State.NOT_APPLICABLE, "platform.values names no ingress.clusterIssuer"),
            new Finding(Check.HOME_ASSISTANT, State.OK, "answers"),
            new Finding(Check.OLLAMA, State.FAILED, "answers 500 to /api/version"),
            new Finding(Check.GPU, State.OK, "1 nvidia.com/gpu on gpu-1"),
            new Finding(Check.ISOLATION, State.OK, "4 network policies as applied"));

    private static final String EVIDENCE = "namespace/ha-llm-user-ada: belongs to another onboarding";
    private static final OperationId WELCOME = new OperationId("o1");
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            users:
            - name: ada
              user: {token: not-a-token}
            """;

    private final Map<String, Message> cards = new TreeMap<>();

    private SampleCards() {}

    public static Map<String, Message> all() {
        SampleCards samples = new SampleCards();
        samples.requests();
        samples.onboardings();
        samples.tenants();
        samples.credentials();
        samples.rotations();
        return samples.cards;
    }

    private void requests() {
        try (ViewBench bench = new ViewBench()) {
            Request ada = bench.asked(Samples.provision("ada"));
            bench.bot().clock().advance(Duration.ofMinutes(1));
            Request bea = bench.asked(Samples.provision("bea"));
            bench.bot().clock().advance(Duration.ofMinutes(1));
            Request cleo = bench.asked(Samples.provision("cleo"));
            add("request-pending", bench, ada);
            cards.put(
                    "approvals",
                    bench.get(PendingRequests.class)
                            .of(bench.get(Approvals.class).pending(), Samples.approver(Samples.BO)));
            bench.approved(ada, Samples.BO);
            add("request-approved", bench, ada);
            bench.get(Approvals.class).deny(bea.id(), Samples.approver(Samples.BO), "no GPU is free");
            add("request-denied", bench, bea);
            bench.bot().clock().advance(Duration.ofHours(8));
            bench.get(Approvals.class).expireOverdue();
            add("request-expired", bench, cleo);
        }
        talks();
        changes();
    }

    /** A request that is approved with changes, by one of two and then by both. */
    private void changes() {
        try (ViewBench bench = new ViewBench(2)) {
            Request ada = bench.asked(Samples.provision("ada"));
            bench.lowered(ada, Samples.BO);
            add("request-lowered", bench, ada);
            cards.put("request-lowered-reply", bench.outbox().message("lowered:" + ada.id() + ":0@console"));
            bench.approved(ada, Samples.CY);
            add("request-approved-less", bench, ada);
            cards.put("request-told-less", bench.outbox().message("decided:" + ada.id()));
            cards.put(
                    "request-details",
                    bench.get(RequestDetails.class).of(bench.request(ada.id()), Samples.approver(Samples.BO)));
        }
    }

    /** A request that needs two approvals, with a question about it. */
    private void talks() {
        try (ViewBench bench = new ViewBench(2)) {
            Request ada = bench.asked(Samples.provision("ada"));
            Questions questions = bench.get(Questions.class);
            questions.ask(ada.id(), Samples.approver(Samples.BO), "How many rooms?");
            Request.Question question = bench.request(ada.id()).questions().getFirst();
            cards.put("request-question", bench.outbox().message("asked:" + question.id()));
            bench.approved(ada, Samples.BO);
            add("request-asked", bench, ada);
            questions.answer(question.id(), Samples.approver(Samples.ANA), "Forty-two");
            add("request-answered", bench, ada);
            cards.put("request-reply", bench.outbox().message("answered:" + question.id() + "@console"));
            cards.put("request-reminder", bench.get(RequestNews.class).reminder(bench.request(ada.id())));
            bench.get(Approvals.class).withdraw(ada.id(), Samples.approver(Samples.ANA));
            add("request-withdrawn", bench, ada);
            bench.asked(Samples.provision("bea"));
            Person ana = Samples.approver(Samples.ANA);
            cards.put(
                    "requests-own",
                    bench.get(PendingRequests.class)
                            .own(bench.get(Approvals.class).askedBy(ana.accounts()), ana));
            cards.put("preview", bench.get(PreviewTable.class).of(Samples.provision("ada")));
            cards.put("policy", bench.get(PolicyView.class).rules());
            cards.put(
                    "policy-test",
                    bench.get(PolicyView.class)
                            .about(Samples.provision("ada"), Samples.ANA, "user create ada owner=@ola"));
        }
    }

    private void add(String name, ViewBench bench, Request request) {
        cards.put(name, bench.card(RequestCard.class, request.id()));
    }

    private void onboardings() {
        Operation ada = Samples.provision("ada");
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ada, "r1");
            done(bench, id, ada, ChecklistItem.NAMESPACE);
            cards.put("onboarding-running", bench.card(OnboardingCard.class, id.value()));
            bench.bot()
                    .publish(new OperationEvent.ItemFailed(id, ada, ChecklistItem.QUOTA, "the image does not exist"));
            cards.put("onboarding-failed", bench.card(OnboardingCard.class, id.value()));
        }
        lifecycle(ada);
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ada, "r1");
            done(bench, id, ada, ChecklistItem.values());
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

    /** One that waits, fails, is cancelled and is rolled back. */
    private void lifecycle(Operation ada) {
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.get(Operations.class).startApproved(ada, "r1");
            Instant began = bench.bot().clock().instant();
            bench.bot().clock().advance(Duration.ofSeconds(41));
            bench.bot()
                    .publish(new OperationEvent.StepRunning(
                            id, ada, ChecklistItem.NAMESPACE, "ollama: image pulling", began));
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
                            .of(onboardings.find(id).orElseThrow(), Optional.empty(), details()));
        }
    }

    private static OperationRow row(ViewBench bench, OperationId id) {
        return bench.get(Operations.class).find(id).orElseThrow();
    }

    private static void done(ViewBench bench, OperationId id, Operation operation, ChecklistItem... items) {
        for (ChecklistItem item : items) {
            bench.bot().clock().advance(Duration.ofSeconds(3));
            bench.bot().publish(new OperationEvent.ItemDone(id, operation, item));
        }
    }

    private void tenants() {
        try (ViewBench bench = new ViewBench()) {
            cards.put(
                    "tenant",
                    bench.get(TenantCard.class)
                            .of(
                                    SampleTenants.ill("ada", "the image does not exist"),
                                    details(),
                                    Samples.approver(Samples.BO)));
            TenantList list = bench.get(TenantList.class);
            cards.put("tenant-list", list.page(SampleTenants.many(11), 1, Map.of("phase", "active"), Samples.ANA));
            cards.put("tenant-list-empty", list.page(List.of(), 1, Map.of(), Samples.ANA));
            cards.put("tenant-csv", list.csv(SampleTenants.many(2)));
            bench.cluster().breaks("node-2");
            cards.put("capacity", bench.get(CapacityTable.class).now());
            bench.cluster().isAwayFor(Duration.ofSeconds(90));
            cards.put(
                    "capacity-stale",
                    bench.get(Notices.class)
                            .withAge(bench.get(CapacityTable.class).now()));
        }
    }

    private void credentials() {
        var ada = new TenantName("ada");
        try (ViewBench bench = new ViewBench()) {
            AccessCard access = bench.get(AccessCard.class);
            cards.put("access", access.of(SampleTenants.well("ada"), Samples.approver(Samples.OLA)));
            cards.put("access-of-others", access.of(SampleTenants.well("ada"), Samples.approver(Samples.BO)));
            CredentialsCard shown = bench.get(CredentialsCard.class);
            var minted = new Mint.Minted(KUBECONFIG, SampleTenants.CREATED.plus(Duration.ofHours(8)));
            var login = Optional.of(new IngressLogin("ada", "correct-horse"));
            cards.put(
                    "credentials",
                    shown.of(ada, Samples.OLA, Optional.of(new FirstLogin("ada", "first-horse")), login, minted));
            cards.put(
                    "credentials-none",
                    shown.of(
                            ada,
                            Samples.OLA,
                            Optional.empty(),
                            Optional.empty(),
                            new Mint.NotMinted("Kubernetes does not answer")));
            cards.put("credentials-file", shown.file(ada, minted));
            bench.credentials().has(new Strays.Found(List.of("ServiceAccount builder", "Secret builder-token")));
            RotationNotice notice = bench.get(RotationNotice.class);
            notice.run(new Step.TellRotated(ada, Samples.OLA, Samples.ANA), WELCOME, Duration.ZERO);
            cards.put("rotated", bench.outbox().message("rotated:o1"));
            cards.put("rotated-owner", bench.outbox().message("rotated:o1@owner"));
        }
    }

    private void rotations() {
        var rotation = new Operation.RotateCredentials(
                new TenantName("ada"), Samples.OLA, Samples.ANA, "A laptop with the kubeconfig is lost");
        try (ViewBench bench = ViewBench.withRule("operation.kind == 'rotate-credentials'")) {
            Request request = bench.asked(rotation);
            add("request-rotate", bench, request);
            bench.get(Approvals.class).deny(request.id(), Samples.approver(Samples.BO), "it was found again");
            add("request-rotate-denied", bench, request);
        }
        try (ViewBench bench = new ViewBench()) {
            OperationId id = bench.failed(
                    rotation,
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

    private static Details details() {
        return new Details(
                List.of(new Event(SampleTenants.CREATED, true, "ollama-0", "BackOff", "image does not exist")),
                List.of(new Certificate("home-assistant-tls", false, "the issuer is away", Optional.empty())),
                Optional.of(new Release("ha-llm-ada", 3, "deployed", "ha-llm-stack-0.1.0")),
                List.of("volumes"));
    }
}
