package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.storage.AfterCommit;
import dev.hallm.bot.storage.Ids;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to change a tenant. */
@Service
public class Operations {
    private final OperationRepository rows;
    private final ObjectProvider<ApprovalGate> gate;
    private final OperationQueue queue;
    private final ApplicationEventPublisher events;

    Operations(
            OperationRepository rows,
            ObjectProvider<ApprovalGate> gate,
            OperationQueue queue,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.gate = gate;
        this.queue = queue;
        this.events = events;
    }

    /** What became of a wish. */
    public sealed interface Submitted {
        /** It runs, or waits for another operation on the same tenant. */
        record Running(OperationId id) implements Submitted {}

        /** It waits for approvers. */
        record AwaitsApproval(String request) implements Submitted {}

        /** Somebody asked for it already. */
        record AlreadyAsked(String request) implements Submitted {}

        /** It has to say why. */
        record NeedsReason() implements Submitted {}

        /** Another operation on the tenant failed, waits for a person and keeps others waiting. */
        record Blocked(OperationRow by) implements Submitted {}

        /** Too few people could approve it; as in the verdict. */
        record Unreachable(Role role, String rule, int needed, int able) implements Submitted {}
    }

    /** Asks for an operation in somebody's name; the approval policy decides whether it runs now. */
    @Transactional
    public Submitted submit(Operation operation, ChatAccount requester) {
        Optional<OperationRow> failed = failedOn(operation.tenant());
        return failed.isPresent() ? new Submitted.Blocked(failed.get()) : ask(operation, requester);
    }

    private Submitted ask(Operation operation, ChatAccount requester) {
        return switch (gate.getObject().ask(operation, requester)) {
            case Verdict.Free free -> new Submitted.Running(start(operation, new Cause.Person(requester)));
            case Verdict.NeedsApproval(String request) -> new Submitted.AwaitsApproval(request);
            case Verdict.AlreadyAsked(String request) -> new Submitted.AlreadyAsked(request);
            case Verdict.NeedsReason _ -> new Submitted.NeedsReason();
            case Verdict.Unreachable(Role role, String rule, int needed, int able) ->
                new Submitted.Unreachable(role, rule, needed, able);
        };
    }

    /** Starts what a request's approval allows, in the transaction of the decision. */
    @Transactional
    public OperationId startApproved(Operation operation, String request) {
        return start(operation, new Cause.Approved(request));
    }

    /** Where an operation is, empty when there is none. */
    public Optional<OperationRow> find(OperationId id) {
        return rows.find(id);
    }

    /** What an approved request started. */
    public Optional<OperationId> startedBy(String request) {
        return rows.causedBy(new Cause.Approved(request));
    }

    /** The operation that holds the tenant's slot. */
    public Optional<OperationId> activeOn(TenantName tenant) {
        return rows.activeOn(tenant);
    }

    /** What is under way or failed and has no checklist of its own; at most 100, by tenant. */
    public List<OperationRow> withoutChecklist() {
        return rows.activeExcept(Operation.WITH_CHECKLIST);
    }

    /** What failed on the tenant and waits for a person. */
    public Optional<OperationRow> failedOn(TenantName tenant) {
        return rows.activeOn(tenant)
                .flatMap(rows::find)
                .filter(row -> row.state().waitsForAPerson());
    }

    private OperationId start(Operation operation, Cause cause) {
        OperationId id = new OperationId(Ids.unique());
        String correlation = Optional.ofNullable(MDC.get("correlation")).orElseGet(Ids::reference);
        OperationRow row = rows.insert(id, operation, cause, correlation);
        events.publishEvent(new OperationEvent.Started(id, operation));
        if (rows.takeSlot(operation.tenant(), id) && rows.move(id, State.QUEUED, State.RUNNING)) {
            schedule(row);
        }
        return id;
    }

    private void schedule(OperationRow row) {
        queue.schedule(rows.nextRun(row.id()), false);
        AfterCommit.run(queue::hurry);
    }
}
