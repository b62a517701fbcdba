package dev.hallm.bot.operation;

/** What happens to operations; published in the transaction that writes it, before it commits. */
public sealed interface OperationEvent {
    OperationId id();

    Operation operation();

    record Started(OperationId id, Operation operation) implements OperationEvent {}

    record StepRunning(OperationId id, Operation operation, ChecklistItem item, String detail)
            implements OperationEvent {}

    record ItemDone(OperationId id, Operation operation, ChecklistItem item) implements OperationEvent {}

    record ItemFailed(OperationId id, Operation operation, ChecklistItem item, String why) implements OperationEvent {}

    record Finished(OperationId id, Operation operation) implements OperationEvent {}
}
