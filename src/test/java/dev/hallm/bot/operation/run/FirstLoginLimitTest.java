package dev.hallm.bot.operation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.operation.FirstLoginSettings;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.MutableClock;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

@OnEachDatabase
class FirstLoginLimitTest {
    private static final TenantName ADA = new TenantName("ada");
    private static final Duration DAY = Duration.ofHours(24);

    private final MutableClock clock = new MutableClock();
    private final SettableClock schedulersClock = new SettableClock();
    private final TenantCluster cluster = mock();

    @AutoClose
    private final Database database;

    private final ManualScheduler scheduler;
    private final FirstLoginLimit limit;

    FirstLoginLimitTest(Db kind) {
        database = Databases.fresh(kind);
        schedulersClock.set(clock.instant());
        scheduler = (ManualScheduler) TestHelper.createManualScheduler(
                        database.dataSource(), new FirstLoginExpiry().firstLoginExpiryTask(cluster, clock))
                .clock(schedulersClock)
                .serializer(new com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer())
                .build();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("scheduler", scheduler);
        limit = new FirstLoginLimit(beans.getBeanProvider(Scheduler.class), new FirstLoginSettings(DAY), clock);
    }

    @BeforeEach
    void theClusterForgets() {
        when(cluster.forgetFirstLogin(any(), any())).thenReturn(new ClusterAnswer.Done());
    }

    private void pass(Duration time) {
        clock.advance(time);
        schedulersClock.set(clock.instant());
        scheduler.runAnyDueExecutions();
    }

    private StepResult start() {
        return limit.run(new Step.LimitFirstLogin(ADA), new OperationId("op1"), Duration.ZERO);
    }

    @Test
    void keepsALoginForItsTimeAndThenDeletesIt() {
        Instant begun = clock.instant();
        assertThat(start()).isEqualTo(new StepResult.Done());

        pass(DAY.minusMinutes(1));
        verify(cluster, never()).forgetFirstLogin(any(), any());
        pass(Duration.ofMinutes(1));

        verify(cluster).forgetFirstLogin(ADA, begun);
    }

    @Test
    void countsFromTheFirstTimeWhenItRunsTwice() {
        start();
        pass(Duration.ofHours(1));
        start();

        pass(DAY);
        pass(DAY);

        verify(cluster, times(1)).forgetFirstLogin(any(), any());
    }

    @Test
    void triesAgainUntilTheClusterHasForgotten() {
        when(cluster.forgetFirstLogin(any(), any()))
                .thenReturn(new ClusterAnswer.Away("Kubernetes does not answer"))
                .thenReturn(new ClusterAnswer.Done());
        start();

        pass(DAY);
        pass(Duration.ofMinutes(5));
        pass(DAY);

        verify(cluster, times(2)).forgetFirstLogin(any(), any());
    }

    @Test
    void keepsTheLoginOfACancelledOnboardingForItsTimeToo() {
        Instant begun = clock.instant();
        limit.on(new OperationEvent.Cancelled(new OperationId("op1"), Samples.provision("ada")));

        pass(DAY.minusMinutes(1));
        verify(cluster, never()).forgetFirstLogin(any(), any());
        pass(Duration.ofMinutes(1));

        verify(cluster).forgetFirstLogin(ADA, begun);
    }

    @Test
    void countsFromTheWelcomeWhenAnOnboardingIsCancelledAfterIt() {
        start();
        pass(Duration.ofHours(1));
        limit.on(new OperationEvent.Cancelled(new OperationId("op1"), Samples.provision("ada")));

        pass(DAY.minusHours(1));

        verify(cluster, times(1)).forgetFirstLogin(any(), any());
    }
}
