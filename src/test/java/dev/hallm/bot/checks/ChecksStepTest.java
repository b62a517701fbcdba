package dev.hallm.bot.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.hallm.bot.cluster.TenantChecks.Check;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class ChecksStepTest {
    private static final OperationId OP = new OperationId("op1");
    private static final Step RUN = new Step.RunChecks(new TenantName("ada"), Samples.STANDARD);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScriptedChecks checks = new ScriptedChecks();
    private final SettableClock schedulersClock = new SettableClock();

    @AutoClose
    private final BotContext bot;

    private final Scorecards scorecards;
    private final ManualScheduler scheduler;
    private final ChecksStep step;

    ChecksStepTest(Db kind) {
        bot = new BotContext(kind, context -> {}, Scorecards.class);
        schedulersClock.set(bot.clock().instant());
        scorecards = bot.get(Scorecards.class);
        var beans = new DefaultListableBeanFactory();
        ObjectProvider<Scheduler> later = beans.getBeanProvider(Scheduler.class);
        var transaction = bot.get(TransactionTemplate.class);
        var rechecks = new Rechecks(checks, scorecards, later, transaction, bot.get(Clock.class));
        scheduler = (ManualScheduler) TestHelper.createManualScheduler(
                        new TransactionAwareDataSourceProxy(bot.get(DataSource.class)),
                        new RecheckJob().recheckTask(rechecks, bot.get(Clock.class)))
                .clock(schedulersClock)
                .serializer(new Jackson3Serializer())
                .build();
        beans.registerSingleton("scheduler", scheduler);
        step = new ChecksStep(checks, scorecards, rechecks, transaction, PATIENCE);
    }

    private StepResult run(Duration waited) {
        return step.run(RUN, OP, waited);
    }

    private void pass(Duration time) {
        bot.clock().advance(time);
        schedulersClock.set(bot.clock().instant());
        scheduler.runAnyDueExecutions();
    }

    private Finding scored(Check check) {
        return scorecards.of(OP).stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }

    private int changes() {
        return bot.published(ScorecardChanged.class).size();
    }

    @Test
    void keepsAScorecardInTheOrderOfTheChecks() {
        assertThat(run(Duration.ZERO)).isEqualTo(new StepResult.Done());

        assertThat(scorecards.of(OP)).extracting(Finding::check).containsExactly(Check.values());
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void looksNoMoreWhenAllIsWell() {
        run(Duration.ZERO);

        pass(Duration.ofHours(2));

        assertThat(checks.looksOutside()).isEqualTo(1);
    }

    @Test
    void givesWhatTheBotMadeAMoment() {
        checks.finds(Check.OLLAMA, State.FAILED, "does not answer");

        assertThat(run(Duration.ofSeconds(1)))
                .isEqualTo(new StepResult.RetryLater(Duration.ofSeconds(1), "ollama: does not answer"));
    }

    @Test
    void failsWithTheEvidenceAndIsFineAfterARetry() {
        checks.finds(Check.GPU, State.FAILED, "0 nvidia.com/gpu on node-1, but 1 were asked for");
        assertThat(run(PATIENCE))
                .isEqualTo(new StepResult.Failed("gpu: 0 nvidia.com/gpu on node-1, but 1 were asked for"));
        assertThat(scored(Check.GPU).state()).isEqualTo(State.FAILED);

        checks.finds(Check.GPU, State.OK, "1 nvidia.com/gpu on node-1");

        assertThat(run(Duration.ZERO)).isEqualTo(new StepResult.Done());
        assertThat(scored(Check.GPU).state()).isEqualTo(State.OK);
    }

    @Test
    void isDoneWhileNamesAndCertificatesArePending() {
        checks.finds(Check.DNS, State.PENDING, "ha.ada.example.com has no address yet");

        assertThat(run(Duration.ZERO)).isEqualTo(new StepResult.Done());

        assertThat(scored(Check.DNS).state()).isEqualTo(State.PENDING);
    }

    @Test
    void looksAgainAfterAMinuteAndThenAfterTwiceTheTime() {
        checks.finds(Check.DNS, State.PENDING, "no address yet");
        run(Duration.ZERO);

        pass(Duration.ofSeconds(59));
        assertThat(checks.looksOutside()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(checks.looksOutside()).isEqualTo(2);
        pass(Duration.ofSeconds(119));
        assertThat(checks.looksOutside()).isEqualTo(2);
        pass(Duration.ofSeconds(1));
        assertThat(checks.looksOutside()).isEqualTo(3);
    }

    @Test
    void saysSoOnceWhatWasMissingIsThereAndLooksNoMore() {
        checks.finds(Check.DNS, State.PENDING, "no address yet");
        run(Duration.ZERO);
        checks.finds(Check.DNS, State.OK, "ha.ada.example.com is 192.0.2.10");

        pass(Duration.ofMinutes(1));
        pass(Duration.ofHours(3));

        assertThat(scored(Check.DNS).state()).isEqualTo(State.OK);
        assertThat(changes()).isEqualTo(2);
        assertThat(checks.looksOutside()).isEqualTo(2);
    }

    @Test
    void looksAgainOnlyAtWhatWasMissing() {
        checks.finds(Check.CERTIFICATE, State.PENDING, "not issued yet");
        run(Duration.ZERO);
        Finding seen = scored(Check.DNS);
        checks.finds(Check.DNS, State.NOT_APPLICABLE, "the namespace ha-llm-user-ada is gone");
        checks.finds(Check.CERTIFICATE, State.NOT_APPLICABLE, "the namespace ha-llm-user-ada is gone");

        pass(Duration.ofMinutes(1));

        assertThat(scored(Check.DNS)).isEqualTo(seen);
        assertThat(scored(Check.CERTIFICATE).evidence()).isEqualTo("the namespace ha-llm-user-ada is gone");
        assertThat(checks.looksOutside()).isEqualTo(2);
        pass(Duration.ofHours(3));
        assertThat(checks.looksOutside()).isEqualTo(2);
    }

    @Test
    void changesNothingWhenItSeesTheSame() {
        checks.finds(Check.CERTIFICATE, State.PENDING, "not issued yet");
        run(Duration.ZERO);

        pass(Duration.ofMinutes(1));

        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void givesUpAfterADay() {
        checks.finds(Check.DNS, State.PENDING, "no address yet");
        run(Duration.ZERO);

        for (int hour = 0; hour < 26; hour++) {
            pass(Duration.ofHours(1));
        }

        assertThat(scored(Check.DNS))
                .isEqualTo(new Finding(Check.DNS, State.FAILED, "no address yet, not within 24 hours"));
        assertThat(checks.looksOutside()).isBetween(24, 34);
        int looks = checks.looksOutside();
        pass(Duration.ofHours(2));
        assertThat(checks.looksOutside()).isEqualTo(looks);
    }

    @Test
    void schedulesOneLookHoweverOftenItRuns() {
        checks.finds(Check.DNS, State.PENDING, "no address yet");
        run(Duration.ZERO);
        run(Duration.ZERO);

        pass(Duration.ofMinutes(1));

        assertThat(checks.looksOutside()).isEqualTo(3);
    }
}
