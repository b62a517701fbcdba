package dev.hallm.bot.operation;

/** Where durable jobs wait; implemented by {@code .run}. */
public interface OperationQueue {
    /** Runs the operation from its current step, in the current transaction. */
    void schedule(Ticket ticket, boolean retry);

    /** Makes a job due that waits for its next try, in the current transaction; one at work or over is left alone. */
    void wake(Ticket ticket);

    /** Looks for due jobs now rather than at the next poll. */
    void hurry();

    /** One scheduled run of an operation; each has its own number, so that job ids are never used twice. */
    record Ticket(OperationId operation, int run) {}
}
