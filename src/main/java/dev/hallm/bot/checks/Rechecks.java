package dev.hallm.bot.checks;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.hallm.bot.checks.RecheckJob.Recheck;
import dev.hallm.bot.cluster.TenantChecks;
import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again at what others have to do: after a minute, then after twice the time up to an hour, for a day. */
@Component
class Rechecks {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int DOUBLINGS = 6;

    private final TenantChecks checks;
    private final Scorecards scorecards;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rechecks(
            TenantChecks checks,
            Scorecards scorecards,
            ObjectProvider<Scheduler> scheduler,
            TransactionTemplate transaction,
            Clock clock) {
        this.checks = checks;
        this.scorecards = scorecards;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
    }

    static boolean isPending(Finding finding) {
        return finding.state() == State.PENDING;
    }

    /** Schedules the first look, once for an onboarding. */
    void begin(OperationId operation, TenantName tenant) {
        Instant now = clock.instant();
        scheduler
                .getObject()
                .scheduleIfNotExists(RecheckJob.TASK
                        .instance(operation.value())
                        .data(new Recheck(operation.value(), tenant.value(), now, 0))
                        .scheduledTo(now.plus(FIRST)));
    }

    /**
     * Looks once at what was missing; when to look next, if anything still is and there is time left. What was there
     * once was accepted, and stays so on the scorecard.
     */
    Optional<Instant> look(Recheck recheck) {
        var operation = new OperationId(recheck.operation());
        boolean last = !clock.instant().isBefore(recheck.since().plus(LONGEST));
        Set<Check> missing = scorecards.of(operation).stream()
                .filter(Rechecks::isPending)
                .map(Finding::check)
                .collect(Collectors.toSet());
        List<Finding> found = checks.outside(new TenantName(recheck.tenant())).stream()
                .filter(finding -> missing.contains(finding.check()))
                .map(finding -> last && isPending(finding) ? givenUp(finding) : finding)
                .toList();
        transaction.executeWithoutResult(status -> scorecards.record(operation, found));
        return found.stream().anyMatch(Rechecks::isPending)
                ? Optional.of(clock.instant().plus(pauseAfter(recheck.tries())))
                : Optional.empty();
    }

    private static Finding givenUp(Finding finding) {
        return new Finding(
                finding.check(), State.FAILED, finding.evidence() + ", not within " + LONGEST.toHours() + " hours");
    }

    private static Duration pauseAfter(int tries) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries + 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
