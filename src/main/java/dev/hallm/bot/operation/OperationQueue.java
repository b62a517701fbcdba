package dev.hallm.bot.operation;

/** Where durable jobs wait; implemented by {@code .run}. */
public interface OperationQueue {
    /** Runs the operation from its current step, in the current transaction. */
    void schedule(Ticket ticket, boolean retry);

    /** Looks for due jobs now rather than at the next poll. */
    void hurry();

    /** One scheduled run of an operation; each has its own number, so that job ids are never used twice. */
    record Ticket(OperationId operation, int run) {}
}
