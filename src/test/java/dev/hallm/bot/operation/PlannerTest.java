package dev.hallm.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Operation.Provision ADA = Samples.provision("ada");

    @Test
    void opensTheIngressAfterBothLoginsAndWelcomesLast() {
        assertThat(Planner.plan(ADA))
                .containsExactly(
                        new Step.EnsureNamespace(ADA.tenant(), ADA.owner(), ADA.size()),
                        new Step.ApplyQuota(ADA.tenant(), ADA.size()),
                        new Step.InstallStack(ADA.tenant(), ADA.size()),
                        new Step.AwaitStack(ADA.tenant()),
                        new Step.SecureFirstLogin(ADA.tenant()),
                        new Step.EnsureOwnerAccount(ADA.tenant()),
                        new Step.EnsureIngressLogin(ADA.tenant()),
                        new Step.OpenIngress(ADA.tenant(), ADA.size()),
                        new Step.Activate(ADA.tenant()),
                        new Step.LimitFirstLogin(ADA.tenant()),
                        new Step.RunChecks(ADA.tenant(), ADA.size()),
                        new Step.Welcome(ADA.tenant(), ADA.owner(), ADA.size()));
    }

    @Test
    void takesOldCredentialsAwayBeforeItMakesNewOnes() {
        var rotation = new Operation.RotateCredentials(ADA.tenant(), Samples.OLA, Samples.ANA);

        assertThat(Planner.plan(rotation))
                .containsExactly(
                        new Step.RevokeOwnerAccount(ADA.tenant()),
                        new Step.EnsureOwnerAccount(ADA.tenant()),
                        new Step.RenewIngressLogin(ADA.tenant()),
                        new Step.TellRotated(ADA.tenant(), Samples.OLA, Samples.ANA));
    }

    @Test
    void finishesEachItemOfTheChecklistBeforeTheNext() {
        List<ChecklistItem> items = Planner.plan(ADA).stream().map(Step::item).toList();

        assertThat(items).isSorted();
        assertThat(items).contains(ChecklistItem.values());
    }
}
