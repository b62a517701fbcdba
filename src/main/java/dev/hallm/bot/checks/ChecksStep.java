package dev.hallm.bot.checks;

import dev.hallm.bot.cluster.TenantChecks;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once at all of a tenant. What the bot has made must be right, after a moment at most; names and certificates may
 * come later and are looked at again.
 */
@Component
class ChecksStep implements StepHandler {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final TenantChecks checks;
    private final Scorecards scorecards;
    private final Rechecks rechecks;
    private final TransactionTemplate transaction;
    private final Duration patience;

    ChecksStep(
            TenantChecks checks,
            Scorecards scorecards,
            Rechecks rechecks,
            TransactionTemplate transaction,
            @Value("${hallm.checks.patience:20s}") Duration patience) {
        this.checks = checks;
        this.scorecards = scorecards;
        this.rechecks = rechecks;
        this.transaction = transaction;
        this.patience = patience;
    }

    @Override
    public Set<Class<? extends Step>> handles() {
        return Set.of(Step.RunChecks.class);
    }

    @Override
    public StepResult run(Step step, OperationId operation, Duration waited) {
        Step.RunChecks run = (Step.RunChecks) step;
        List<Finding> inside = checks.inside(run.tenant(), run.size());
        List<Finding> outside = checks.outside(run.tenant());
        String wrong = wrong(inside);
        transaction.executeWithoutResult(status -> {
            scorecards.record(
                    operation, Stream.concat(outside.stream(), inside.stream()).toList());
            if (wrong.isEmpty() && outside.stream().anyMatch(Rechecks::isPending)) {
                rechecks.begin(operation, run.tenant());
            }
        });
        if (wrong.isEmpty()) {
            return new StepResult.Done();
        }
        return waited.compareTo(patience) < 0 ? new StepResult.RetryLater(SOON, wrong) : new StepResult.Failed(wrong);
    }

    private static String wrong(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.state() == State.FAILED || finding.state() == State.PENDING)
                .map(finding -> words(finding.check()) + ": " + finding.evidence())
                .collect(Collectors.joining("; "));
    }

    private static String words(TenantChecks.Check check) {
        return check.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
