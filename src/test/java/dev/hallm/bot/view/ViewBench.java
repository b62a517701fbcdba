package dev.hallm.bot.view;

import dev.hallm.bot.approval.ApprovalSettings;
import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Expression;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Rule;
import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.MessageTexts;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.checks.Scorecards;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.StackPreview;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleHolders;
import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.tenant.FakeTenants;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Cards and posts over the real approvals and onboardings, with people who are called Ana, Bo, Cy and Ola. */
final class ViewBench implements AutoCloseable {
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final FakeCluster cluster = new FakeCluster();
    private final FakeCredentials credentials = new FakeCredentials();
    private final BotContext bot;

    ViewBench() {
        this(1);
    }

    /**
     * Starts with a policy that asks approvers and gives them eight hours.
     *
     * @param count approvals that a request needs
     */
    ViewBench(int count) {
        this(new ApprovalSettings(count, Role.APPROVER, Duration.ofHours(8), true));
    }

    /** Starts with a policy that has one more rule. */
    static ViewBench withRule(String when) {
        ApprovalSettings standard = new ApprovalSettings(1, Role.APPROVER, Duration.ofHours(8), true);
        return new ViewBench(
                new ApprovalSettings(List.of(new Rule(Expression.of(when), standard.standard())), standard.standard()));
    }

    private ViewBench(ApprovalSettings policy) {
        bot = new BotContext(
                Db.H2,
                context -> fill(context, policy),
                Identities.class,
                RoleHolders.class,
                LinkedAccounts.class,
                OperationRepository.class,
                Operations.class,
                Journal.class,
                Lifecycle.class,
                Signals.class,
                RecordingQueue.class);
    }

    private void fill(AnnotationConfigApplicationContext context, ApprovalSettings policy) {
        context.scan("dev.hallm.bot.approval", "dev.hallm.bot.onboarding", "dev.hallm.bot.view");
        context.registerBean(Scorecards.class);
        context.registerBean(ApprovalSettings.class, () -> policy);
        context.registerBean(RecordingOutbox.class, () -> outbox);
        context.registerBean(FakeCluster.class, () -> cluster);
        context.registerBean(FakeCredentials.class, () -> credentials);
        context.registerBean(
                StackPreview.class,
                () -> (tenant, size) -> new StackPreview.Preview.Objects(
                        List.of(new StackPreview.Planned("Deployment", "ollama", "an image"))));
        context.registerBean(MessageTexts.class, MessageTexts::builtIn);
        context.registerBean(CapitalNames.class, CapitalNames::new);
        context.registerBean(
                RoleGrants.class,
                () -> new RoleGrants(Map.of(
                        Role.APPROVER, List.of(new RoleGrants.Grant("console", "local", Set.of(), Set.of(), true)))));
        context.registerBean(FakeTenants.class, FakeTenants::new);
        context.registerBean(Channels.class, ViewBench::channels);
        context.registerBean(ChatSettings.class, () -> new ChatSettings("hallm", ZoneOffset.UTC, "#ha-help"));
        context.registerBean(Sizes.class, ViewBench::sizes);
        context.registerBean(
                PlatformSettings.class,
                () -> new PlatformSettings(
                        "example.com",
                        "chart",
                        Map.of("ingress", Map.of("clusterIssuer", "letsencrypt")),
                        "nvidia.com/gpu",
                        ""));
    }

    private static Sizes sizes() {
        Map<String, StackSize> sizes = new LinkedHashMap<>();
        sizes.put("standard", Samples.STANDARD);
        sizes.put("small", Samples.SMALL);
        return new Sizes(sizes);
    }

    private static Channels channels() {
        return new Channels(Map.of(
                Purpose.APPROVALS, List.of(channel("approvals")),
                Purpose.OPERATIONS, List.of(channel("operations"))));
    }

    static Destination.Channel channel(String id) {
        return new Destination.Channel("console", id);
    }

    RecordingOutbox outbox() {
        return outbox;
    }

    FakeCluster cluster() {
        return cluster;
    }

    FakeCredentials credentials() {
        return credentials;
    }

    BotContext bot() {
        return bot;
    }

    <T> T get(Class<T> bean) {
        return bot.get(bean);
    }

    /** Ana asks for a tenant that Ola will own. */
    Request asked(Operation operation) {
        return switch (get(Approvals.class).ask(operation, Samples.ANA)) {
            case Verdict.NeedsApproval(String request) -> request(request);
            case Verdict.AlreadyAsked(String request) -> request(request);
            case Verdict.Free _, Verdict.NeedsReason _, Verdict.Unreachable _ ->
                throw new AssertionError("nobody was asked");
        };
    }

    Request request(String id) {
        return get(Approvals.class).find(id).orElseThrow();
    }

    /** An operation whose first step fails for a reason. */
    OperationId failed(Operation operation, StepResult.Failed failure) {
        OperationId id = get(Operations.class).startApproved(operation, "r1");
        OperationRow row = get(Operations.class).find(id).orElseThrow();
        get(Lifecycle.class).stepFailed(row, failure);
        return id;
    }

    /** Grants the small size instead. */
    void lowered(Request request, ChatAccount by) {
        get(Approvals.class).approveLess(request.id(), Samples.approver(by), "standard", Samples.SMALL);
    }

    void approved(Request request, ChatAccount by) {
        get(Approvals.class).approve(request.id(), Samples.approver(by));
    }

    /** The card of a subject, as it would be sent now. */
    Message card(Class<? extends CardSource> source, String id) {
        return get(source).render(id).orElseThrow();
    }

    /** All blocks of a kind. */
    static <T extends Block> List<T> blocks(Message message, Class<T> kind) {
        return message.blocks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The labels of all buttons. */
    static List<String> buttons(Message message) {
        return blocks(message, Block.Buttons.class).stream()
                .flatMap(group -> group.buttons().stream())
                .map(button -> button.label())
                .toList();
    }

    @Override
    public void close() {
        bot.close();
    }
}
