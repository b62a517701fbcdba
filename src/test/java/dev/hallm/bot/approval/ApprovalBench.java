package dev.hallm.bot.approval;

import dev.hallm.bot.cluster.FakeCapacity;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.Village;
import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.MutableClock;
import dev.hallm.bot.tenant.FakeTenants;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The approvals on a database, in a village where everybody may vote, with a policy that gives them eight hours. */
final class ApprovalBench implements AutoCloseable {
    private final RecordingQueue queue = new RecordingQueue();
    private final FakeTenants tenants = new FakeTenants();
    private final FakeCapacity capacity = new FakeCapacity();
    private final BotContext bot;

    /**
     * Starts on an empty database.
     *
     * @param count approvals that a request needs
     * @param readers how many have to have read a request before the first of them goes on
     */
    ApprovalBench(Db kind, int count, int readers) {
        this(kind, count, readers, true);
    }

    /** @param requireLinked whether votes from other platforms need linked accounts */
    ApprovalBench(Db kind, int count, int readers, boolean requireLinked) {
        this(
                kind,
                new ApprovalSettings(count, Role.APPROVER, Duration.ofHours(8), requireLinked),
                Village.ofApprovers(),
                readers);
    }

    /** With any policy and any people. */
    ApprovalBench(Db kind, ApprovalSettings settings, Village village, int readers) {
        bot = new BotContext(
                kind,
                context -> fakes(context, settings, village, readers),
                LinkedAccounts.class,
                Electorate.class,
                Policy.class,
                Facts.class,
                Reach.class,
                Requirements.class,
                Recheck.class,
                QuestionRows.class,
                Questions.class,
                ReminderRows.class,
                Reminders.class,
                OperationRepository.class,
                Operations.class,
                Approvals.class);
    }

    private void fakes(GenericApplicationContext context, ApprovalSettings settings, Village village, int readers) {
        village.into(context);
        context.registerBean(ApprovalSettings.class, () -> settings);
        context.registerBean(FakeTenants.class, () -> tenants);
        context.registerBean(FakeCapacity.class, () -> capacity);
        context.registerBean(RecordingQueue.class, () -> queue);
        context.registerBean(
                RequestRepository.class,
                () -> new Meeting(context.getBean(JdbcClient.class), context.getBean(JsonMapper.class), readers));
    }

    Approvals approvals() {
        return bot.get(Approvals.class);
    }

    Questions questions() {
        return bot.get(Questions.class);
    }

    Reminders reminders() {
        return bot.get(Reminders.class);
    }

    FakeTenants tenants() {
        return tenants;
    }

    FakeCapacity capacity() {
        return capacity;
    }

    /** Ana asks for a tenant that Ola will own; the request's id. */
    String asked() {
        Verdict verdict = approvals().ask(Samples.provision("ada"), Samples.ANA);
        return switch (verdict) {
            case Verdict.NeedsApproval(String request) -> request;
            case Verdict.AlreadyAsked(String request) -> request;
            case Verdict.Free _, Verdict.NeedsReason _, Verdict.Unreachable _ ->
                throw new AssertionError("nobody was asked: " + verdict);
        };
    }

    BotContext bot() {
        return bot;
    }

    Request request(String id) {
        return approvals().find(id).orElseThrow();
    }

    MutableClock clock() {
        return bot.clock();
    }

    /** What would run by now. */
    List<RecordingQueue.Scheduled> scheduled() {
        return queue.scheduled();
    }

    <T> List<T> published(Class<T> kind) {
        return bot.published(kind);
    }

    @Override
    public void close() {
        bot.close();
    }

    /** Lets nobody decide before all have read, so that a race is one each time. */
    static class Meeting extends RequestRepository {
        private final CountDownLatch missing;

        Meeting(JdbcClient jdbc, JsonMapper json, int readers) {
            super(jdbc, json);
            missing = new CountDownLatch(readers);
        }

        @Override
        Optional<Request> find(String id) {
            Optional<Request> found = super.find(id);
            missing.countDown();
            await();
            return found;
        }

        private void await() {
            try {
                missing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
