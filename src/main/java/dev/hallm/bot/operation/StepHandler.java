package dev.hallm.bot.operation;

import java.time.Duration;
import java.util.Set;

/** Runs steps; implemented by the module that knows them. Each kind of step has exactly one, checked at start. */
public interface StepHandler {
    Set<Class<? extends Step>> handles();

    /**
     * Runs a step; may run twice, and must then end in the same state.
     *
     * @param waited how long this step has been tried so far
     */
    StepResult run(Step step, OperationId operation, Duration waited);

    /** Prepares another attempt after a failure, at a person's wish. */
    default void beforeRetry(Step step, OperationId operation) {}
}
