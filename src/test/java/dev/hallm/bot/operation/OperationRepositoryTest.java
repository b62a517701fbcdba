package dev.hallm.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.Made;
import dev.hallm.bot.cluster.Made.Thing;
import dev.hallm.bot.operation.OperationQueue.Ticket;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.OperationRow.Trouble;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class OperationRepositoryTest {
    private static final TenantName ADA = new TenantName("ada");

    @AutoClose
    private final BotContext bot;

    private final OperationRepository rows;

    OperationRepositoryTest(Db kind) {
        bot = new BotContext(kind, context -> {}, OperationRepository.class);
        rows = bot.get(OperationRepository.class);
    }

    private OperationId queued(String id, String tenant) {
        return rows.insert(new OperationId(id), Samples.provision(tenant), new Cause.Person(Samples.ANA), "7f3a-21c0")
                .id();
    }

    /** An operation that holds its tenant's slot and runs. */
    private OperationRow running(String id, String tenant) {
        OperationId operation = queued(id, tenant);
        assertThat(rows.takeSlot(new TenantName(tenant), operation)).isTrue();
        assertThat(rows.move(operation, State.QUEUED, State.RUNNING)).isTrue();
        return row(operation);
    }

    private OperationRow row(OperationId id) {
        return rows.find(id).orElseThrow();
    }

    @Test
    void readsBackWhatItStored() {
        OperationId id = queued("o1", "ada");

        assertThat(rows.find(id))
                .contains(new OperationRow(
                        id,
                        Samples.provision("ada"),
                        "7f3a-21c0",
                        State.QUEUED,
                        0,
                        0,
                        bot.clock().instant(),
                        Trouble.NONE,
                        null));
    }

    @Test
    void letsOneOperationAtATimeWorkOnATenant() {
        running("o1", "ada");

        assertThat(rows.takeSlot(ADA, queued("o2", "ada"))).isFalse();

        assertThat(rows.activeOn(ADA)).contains(new OperationId("o1"));
    }

    @Test
    void letsOperationsOnSeveralTenantsRunTogether() {
        running("o1", "ada");

        assertThat(rows.takeSlot(new TenantName("bea"), queued("o2", "bea"))).isTrue();
    }

    @Test
    void givesTheSlotToOneOfSeveralAtOnce() throws Exception {
        List<Boolean> taken = Together.run(4, () -> rows.takeSlot(ADA, new OperationId("any")));

        assertThat(taken).containsOnlyOnce(true);
    }

    @Test
    void handsTheSlotToTheOneThatWaitsLongest() {
        OperationRow done = running("o3", "ada");
        queued("o2", "ada");
        bot.clock().advance(Duration.ofSeconds(1));
        queued("o1", "ada");

        Optional<Ticket> next = rows.handSlotOn(done);

        assertThat(next).contains(new Ticket(new OperationId("o2"), 1));
        assertThat(rows.activeOn(ADA)).contains(new OperationId("o2"));
        assertThat(row(new OperationId("o2")).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void freesTheSlotWhenNobodyWaits() {
        OperationRow done = running("o1", "ada");
        queued("o2", "bea");

        assertThat(rows.handSlotOn(done)).isEmpty();

        assertThat(rows.activeOn(ADA)).isEmpty();
    }

    @Test
    void handsTheSlotToAnOperationThatQueuesWhileAnotherEnds() throws Exception {
        OperationRow done = running("o1", "ada");
        var queued = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var next = new AtomicReference<Optional<Ticket>>(Optional.empty());

        Together.run(List.of(
                () -> {
                    bot.inTransaction(() -> {
                        assertThat(rows.takeSlot(ADA, queued("o2", "ada"))).isFalse();
                        queued.countDown();
                        hasEndedWithin300Milliseconds(ended);
                    });
                    return true;
                },
                () -> {
                    queued.await();
                    bot.inTransaction(() -> next.set(rows.handSlotOn(done)));
                    ended.countDown();
                    return true;
                }));

        assertThat(next.get()).contains(new Ticket(new OperationId("o2"), 1));
    }

    /** The other transaction ends first only where nothing makes it wait for this one. */
    private static boolean hasEndedWithin300Milliseconds(CountDownLatch ended) {
        try {
            return ended.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void movesOnlyFromWhereTheCallerThinksItIs() {
        OperationRow row = running("o1", "ada");

        assertThat(rows.move(row.id(), State.FAILED, State.RUNNING)).isFalse();

        assertThat(row(row.id()).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void advancesOnceFromAStep() {
        OperationRow read = running("o1", "ada");

        assertThat(rows.advance(read)).isTrue();
        assertThat(rows.advance(read)).isFalse();

        assertThat(row(read.id()).step()).isEqualTo(1);
    }

    @Test
    void advancesNoOperationThatFailed() {
        OperationRow read = running("o1", "ada");
        rows.move(read.id(), State.RUNNING, State.FAILED);

        assertThat(rows.advance(read)).isFalse();
    }

    @Test
    void countsTheTimeOfAStepFromItsBeginning() {
        OperationRow read = running("o1", "ada");
        bot.clock().advance(Duration.ofSeconds(5));
        Instant begun = bot.clock().instant();

        rows.advance(read);

        assertThat(row(read.id()).stepSince()).isEqualTo(begun);
    }

    @Test
    void numbersEachRun() {
        OperationId id = queued("o1", "ada");
        rows.nextRun(id);

        assertThat(rows.nextRun(id)).isEqualTo(new Ticket(id, 2));
    }

    @Test
    void keepsTheFirstMarkOfWhatAnOperationMade() {
        OperationId id = queued("o1", "ada");

        rows.remember(id, List.of(new Made(Thing.NAMESPACE, "uid-1"), new Made(Thing.QUOTA, "uid-1")));
        rows.remember(id, List.of(new Made(Thing.NAMESPACE, "uid-2")));

        assertThat(rows.madeBy(id))
                .containsExactlyInAnyOrder(new Made(Thing.NAMESPACE, "uid-1"), new Made(Thing.QUOTA, "uid-1"));
    }

    @Test
    void countsTroubleOfTheStepThatMetItOnly() {
        OperationRow first = running("o1", "ada");
        rows.count(first, new Trouble(3, 1));
        assertThat(row(first.id()).trouble()).isEqualTo(new Trouble(3, 1));
        rows.advance(first);

        rows.count(first, new Trouble(4, 1));

        assertThat(row(first.id()).trouble()).isEqualTo(Trouble.NONE);
    }

    @Test
    void keepsTheFirstSignalUntilTheOperationMoves() {
        OperationRow row = running("o1", "ada");

        assertThat(rows.signal(row, Signal.CANCEL)).isTrue();
        assertThat(rows.signal(row, Signal.ROLL_BACK)).isFalse();

        assertThat(row(row.id()).asked()).contains(Signal.CANCEL);
        rows.advance(row);
        assertThat(row(row.id()).asked()).isEmpty();
    }
}
