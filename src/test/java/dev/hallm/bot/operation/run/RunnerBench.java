package dev.hallm.bot.operation.run;

import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationEvent.ItemDone;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRepository;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.RecordingQueue;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The runner with scripted steps on a database, and one approved operation that it has not begun yet. */
final class RunnerBench implements AutoCloseable {
    static final Operation ADA = Samples.provision("ada");

    private final ScriptedSteps steps = new ScriptedSteps();
    private final RecordingQueue queue = new RecordingQueue();
    private final AtomicReference<@Nullable ChecklistItem> diesAt = new AtomicReference<>();
    private final BotContext bot;
    private final OperationId id;

    RunnerBench(Db kind) {
        bot = new BotContext(
                kind,
                this::fill,
                OperationRepository.class,
                Operations.class,
                Journal.class,
                Lifecycle.class,
                Signals.class,
                StepHandlers.class,
                OperationRunner.class);
        id = operations().startApproved(ADA, "r1");
    }

    private void fill(AnnotationConfigApplicationContext context) {
        context.registerBean(ScriptedSteps.class, () -> steps);
        context.registerBean(RecordingQueue.class, () -> queue);
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload
                    && payload.getPayload() instanceof ItemDone done
                    && diesAt.compareAndSet(done.item(), null)) {
                throw new Death();
            }
        });
    }

    /** The end of the process, before its transaction commits. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The process dies once, as this item is done. */
    void diesAt(ChecklistItem item) {
        diesAt.set(item);
    }

    ScriptedSteps steps() {
        return steps;
    }

    RecordingQueue queue() {
        return queue;
    }

    BotContext bot() {
        return bot;
    }

    OperationRunner runner() {
        return bot.get(OperationRunner.class);
    }

    Operations operations() {
        return bot.get(Operations.class);
    }

    Signals signals() {
        return bot.get(Signals.class);
    }

    /** The operation that the runner has to run. */
    OperationId id() {
        return id;
    }

    /** One more approved operation on the same tenant, which has to wait. */
    OperationId another() {
        return operations().startApproved(ADA, "r2");
    }

    OperationRow row() {
        return bot.get(OperationRepository.class).find(id).orElseThrow();
    }

    /** A line for each entry: the step, what came of it, and why. */
    List<String> journal() {
        return bot.get(Journal.class).of(id).stream()
                .map(entry -> (entry.step() + " " + entry.outcome() + " " + entry.why()).strip())
                .toList();
    }

    /** What the last failure said. */
    String failure() {
        return bot.published(OperationEvent.ItemFailed.class).getLast().why();
    }

    @Override
    public void close() {
        bot.close();
    }
}
