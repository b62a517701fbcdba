package dev.hallm.bot.checks;

import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.storage.Timestamps;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the checks of each onboarding found last. */
@Repository
public class Scorecards {
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Scorecards(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** In the order of the checks; empty before the first look. */
    public List<Finding> of(OperationId operation) {
        return jdbc
                .sql("select item, state, evidence from scorecard where operation = ?")
                .param(operation.value())
                .query((row, n) -> new Finding(
                        Check.valueOf(row.getString("item")),
                        State.valueOf(row.getString("state")),
                        row.getString("evidence")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Finding::check))
                .toList();
    }

    /** Replaces what was found before about the same checks, and says so if it differs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(OperationId operation, List<Finding> findings) {
        List<Finding> before = of(operation);
        findings.forEach(finding -> write(operation, finding));
        if (!before.equals(of(operation))) {
            events.publishEvent(new ScorecardChanged(operation));
        }
    }

    private void write(OperationId operation, Finding finding) {
        String evidence = finding.evidence();
        jdbc.sql("delete from scorecard where operation = ? and item = ?")
                .params(operation.value(), finding.check().name())
                .update();
        jdbc.sql("insert into scorecard (operation, item, state, evidence, at) values (?, ?, ?, ?, ?)")
                .params(
                        operation.value(),
                        finding.check().name(),
                        finding.state().name(),
                        evidence.length() <= LONGEST ? evidence : evidence.substring(0, LONGEST),
                        Timestamps.param(clock.instant()))
                .update();
    }
}
