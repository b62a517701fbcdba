package dev.hallm.bot.operation;

import java.time.Instant;

/**
 * An operation as stored.
 *
 * @param step index into its plan
 * @param stepSince when that step was first tried
 */
public record OperationRow(
        OperationId id, Operation operation, String correlation, State state, int step, int run, Instant stepSince) {
    /** Where an operation is. */
    public enum State {
        QUEUED,
        RUNNING,
        FAILED,
        DONE
    }
}
