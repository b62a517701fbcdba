package dev.hallm.bot.operation;

import dev.hallm.bot.operation.Operation.Provision;
import java.util.List;

/** The steps of an operation; the same for the same operation, at every version that reads it. */
public final class Planner {
    private Planner() {}

    /** The steps in the order of work. */
    public static List<Step> plan(Operation operation) {
        return switch (operation) {
            case Provision p -> provision(p);
        };
    }

    private static List<Step> provision(Provision p) {
        return List.of(
                new Step.EnsureNamespace(p.tenant(), p.owner(), p.size()),
                new Step.ApplyQuota(p.tenant(), p.size()),
                new Step.InstallStack(p.tenant(), p.size()),
                new Step.AwaitStack(p.tenant()),
                new Step.SecureFirstLogin(p.tenant()),
                new Step.EnsureIngressLogin(p.tenant()),
                new Step.OpenIngress(p.tenant(), p.size()),
                new Step.RunChecks(p.tenant(), p.size()),
                new Step.Activate(p.tenant()),
                new Step.LimitFirstLogin(p.tenant()),
                new Step.Welcome(p.tenant(), p.owner(), p.size()));
    }
}
