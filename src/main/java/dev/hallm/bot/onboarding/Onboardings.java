package dev.hallm.bot.onboarding;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.onboarding.Transitions.Next;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Signals;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final Signals signals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Onboardings(
            OnboardingRepository rows,
            OnboardingMachine machine,
            Signals signals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.machine = machine;
        this.signals = signals;
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

    /** Those that are not over, of tenants whose names begin so; at most as many as asked for. */
    public List<Onboarding> unfinished(String start, int limit) {
        return rows.unfinished(start, limit);
    }

    /**
     * Does what a person wishes, if the table allows it now: at once while the onboarding waits, else at the end of the
     * step that runs. False when it means nothing any more.
     */
    @Transactional
    public boolean signal(OperationId operation, OnboardingEvent wish, ChatAccount by, String why) {
        Optional<Next> next = rows.find(operation).flatMap(onboarding -> Transitions.next(onboarding.state(), wish));
        return next.isPresent()
                && switch (next.get().effect()) {
                    case REPEAT -> signals.retry(operation, by);
                    case LEAVE_OUT -> signals.skip(operation, by, why);
                    case STOP -> signals.cancel(operation, by, why);
                    case UNDO -> isLatest(operation) && signals.rollBack(operation, by, why);
                    case CONTINUE, HOLD, FINISH -> false;
                };
    }

    /** What a later onboarding of the same tenant works on is not this one's to take away. */
    private boolean isLatest(OperationId operation) {
        return rows.find(operation)
                .flatMap(onboarding -> rows.latestOf(onboarding.tenant()))
                .filter(latest -> latest.operation().equals(operation))
                .isPresent();
    }

    @EventListener
    void on(OperationEvent event) {
        switch (event) {
            case OperationEvent.Started e when e.operation() instanceof Provision -> start(e);
            case OperationEvent.Started _ -> {
                // only a tenant that is made has a checklist
            }
            case OperationEvent.StepRunning e -> explain(e);
            case OperationEvent.ItemDone e -> send(e.id(), OnboardingEvent.done(e.item()), "");
            case OperationEvent.ItemFailed e -> {
                rows.prove(e.id(), e.item(), e.failure());
                send(e.id(), OnboardingEvent.failed(e.item()), e.why());
            }
            case OperationEvent.Retried e -> send(e.id(), OnboardingEvent.RETRY, "");
            case OperationEvent.ItemSkipped e -> send(e.id(), OnboardingEvent.SKIP, e.why());
            case OperationEvent.Signalled e -> publish(e.id());
            case OperationEvent.Cancelled e -> send(e.id(), OnboardingEvent.CANCEL, "");
            case OperationEvent.UndoStarted e -> send(e.id(), OnboardingEvent.ROLL_BACK, "");
            case OperationEvent.UndoFailed e -> {
                send(e.id(), OnboardingEvent.ROLLBACK_FAILED, "");
                explainRollBack(e.id(), e.why());
            }
            case OperationEvent.Undone e -> send(e.id(), OnboardingEvent.ROLLED_BACK, "");
            case OperationEvent.Finished e -> publish(e.id());
            case OperationEvent.Journaled _ -> {}
        }
    }

    private void start(OperationEvent.Started event) {
        rows.insert(event.id(), event.operation().tenant(), clock.instant());
        send(event.id(), OnboardingEvent.START, "");
    }

    private void explain(OperationEvent.StepRunning event) {
        OperationId id = event.id();
        Instant now = clock.instant();
        if (rows.find(id)
                .filter(found -> found.state() == OnboardingState.ROLLING_BACK)
                .isPresent()) {
            explainRollBack(id, event.detail());
        } else if (rows.explain(id, event.item(), event.detail(), beginning(event, now))
                || rows.isTimeToTell(id, event.item(), now)) {
            publish(id);
        }
    }

    /** The cluster's clock may be ahead of ours. */
    private static Instant beginning(OperationEvent.StepRunning event, Instant now) {
        Instant since = event.since();
        return since == null || since.isAfter(now) ? now : since;
    }

    private void explainRollBack(OperationId id, String detail) {
        if (rows.explain(id, detail) || rows.isTimeToTell(id, clock.instant())) {
            publish(id);
        }
    }

    private void send(OperationId id, OnboardingEvent event, String why) {
        Optional<Onboarding> found = rows.find(id);
        Optional<OnboardingState> next = found.flatMap(onboarding -> machine.send(onboarding.state(), event));
        if (found.isPresent() && next.isPresent() && rows.move(found.get(), next.get(), clock.instant())) {
            leave(found.get(), event, next.get(), why);
            enter(id, next.get());
            publish(id);
        }
    }

    private void leave(Onboarding before, OnboardingEvent event, OnboardingState now, String why) {
        if (event == OnboardingEvent.CANCEL || event == OnboardingEvent.ROLL_BACK) {
            rows.reopenItems(before.operation());
        } else if (event == OnboardingEvent.SKIP) {
            end(before, ItemState.SKIPPED, why);
        } else if (!before.state().isFailed()) {
            end(before, now.isFailed() ? ItemState.FAILED : ItemState.DONE, why);
        }
    }

    private void end(Onboarding before, ItemState as, String why) {
        before.state().item().ifPresent(item -> rows.endItem(before.operation(), item, as, why, clock.instant()));
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
