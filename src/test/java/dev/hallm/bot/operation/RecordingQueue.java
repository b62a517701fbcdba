package dev.hallm.bot.operation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what would run. */
public final class RecordingQueue implements OperationQueue {
    /** One scheduled run. */
    public record Scheduled(OperationId operation, int run, boolean retry) {}

    private final List<Scheduled> scheduled = new CopyOnWriteArrayList<>();
    private final List<Ticket> woken = new CopyOnWriteArrayList<>();
    private final AtomicInteger hurries = new AtomicInteger();

    @Override
    public void schedule(Ticket ticket, boolean retry) {
        scheduled.add(new Scheduled(ticket.operation(), ticket.run(), retry));
    }

    @Override
    public void wake(Ticket ticket) {
        woken.add(ticket);
    }

    @Override
    public void hurry() {
        hurries.incrementAndGet();
    }

    /** Runs that were made due at once. */
    public List<Ticket> woken() {
        return List.copyOf(woken);
    }

    public List<Scheduled> scheduled() {
        return List.copyOf(scheduled);
    }

    /** How often somebody asked to look at once. */
    public int hurries() {
        return hurries.get();
    }
}
