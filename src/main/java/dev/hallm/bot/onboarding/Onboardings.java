package dev.hallm.bot.onboarding;

import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps checklists: each event of a provisioning goes through the machine, in the event's own transaction. */
@Service
public class Onboardings {
    private final OnboardingRepository rows;
    private final OnboardingMachine machine;
    private final Operations operations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Onboardings(
            OnboardingRepository rows,
            OnboardingMachine machine,
            Operations operations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.machine = machine;
        this.operations = operations;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Onboarding> find(OperationId operation) {
        return rows.find(operation);
    }

    /** The last onboarding of a tenant. */
    public Optional<Onboarding> latestOf(TenantName tenant) {
        return rows.latestOf(tenant);
    }

    /** Runs the failed item again; false when none waits for that. */
    @Transactional
    public boolean retry(OperationId operation) {
        return send(operation, OnboardingEvent.RETRY, "") && operations.retry(operation);
    }

    @EventListener
    void on(OperationEvent event) {
        switch (event) {
            case OperationEvent.Started e when e.operation() instanceof Provision -> start(e);
            case OperationEvent.Started _ -> {
                // only a tenant that is made has a checklist
            }
            case OperationEvent.StepRunning e -> explain(e.id(), e.item(), e.detail());
            case OperationEvent.ItemDone e -> send(e.id(), OnboardingEvent.done(e.item()), "");
            case OperationEvent.ItemFailed e -> send(e.id(), OnboardingEvent.failed(e.item()), e.why());
            case OperationEvent.Finished e -> publish(e.id());
        }
    }

    private void start(OperationEvent.Started event) {
        rows.insert(event.id(), event.operation().tenant(), clock.instant());
        send(event.id(), OnboardingEvent.START, "");
    }

    private void explain(OperationId id, ChecklistItem item, String detail) {
        if (rows.explain(id, item, detail)) {
            publish(id);
        }
    }

    private boolean send(OperationId id, OnboardingEvent event, String why) {
        Optional<Onboarding> found = rows.find(id);
        Optional<OnboardingState> next = found.flatMap(onboarding -> machine.send(onboarding.state(), event));
        if (found.isEmpty() || next.isEmpty() || !rows.move(found.get(), next.get(), clock.instant())) {
            return false;
        }
        leave(found.get(), next.get(), why);
        enter(id, next.get());
        publish(id);
        return true;
    }

    private void leave(Onboarding before, OnboardingState now, String why) {
        if (before.state().isFailed()) {
            return;
        }
        ItemState ended = now.isFailed() ? ItemState.FAILED : ItemState.DONE;
        before.state().item().ifPresent(item -> rows.endItem(before.operation(), item, ended, why, clock.instant()));
    }

    private void enter(OperationId id, OnboardingState now) {
        if (!now.isFailed()) {
            now.item().ifPresent(item -> rows.startItem(id, item, clock.instant()));
        }
    }

    private void publish(OperationId id) {
        rows.find(id).ifPresent(onboarding -> events.publishEvent(new OnboardingChanged(onboarding)));
    }
}
