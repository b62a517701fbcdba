package dev.hallm.bot.operation;

import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import java.util.List;

/** The steps of an operation; the same for the same operation, at every version that reads it. */
public final class Planner {
    private Planner() {}

    /** The steps in the order of work. */
    public static List<Step> plan(Operation operation) {
        return switch (operation) {
            case Provision p -> provision(p);
            case RotateCredentials r -> rotate(r);
        };
    }

    /**
     * The steps that take away what the operation made and nothing else, harmless wherever it stopped; none when it
     * makes nothing that could be taken away.
     */
    public static List<Step> undo(Operation operation) {
        return switch (operation) {
            case Provision p ->
                List.of(
                        new Step.RemoveStack(p.tenant()),
                        new Step.RemovePlatformObjects(p.tenant()),
                        new Step.RemoveNamespace(p.tenant()));
            case RotateCredentials _ -> List.of();
        };
    }

    private static List<Step> provision(Provision p) {
        return List.of(
                new Step.EnsureNamespace(p.tenant(), p.owner(), p.size()),
                new Step.ApplyQuota(p.tenant(), p.size()),
                new Step.InstallStack(p.tenant(), p.size()),
                new Step.AwaitStack(p.tenant()),
                new Step.SecureFirstLogin(p.tenant()),
                new Step.EnsureOwnerAccount(p.tenant()),
                new Step.EnsureIngressLogin(p.tenant()),
                new Step.OpenIngress(p.tenant(), p.size()),
                new Step.Activate(p.tenant()),
                new Step.LimitFirstLogin(p.tenant()),
                new Step.RunChecks(p.tenant(), p.size()),
                new Step.Welcome(p.tenant(), p.owner(), p.size(), p.mail()));
    }

    private static List<Step> rotate(RotateCredentials r) {
        return List.of(
                new Step.RevokeOwnerAccount(r.tenant()),
                new Step.EnsureOwnerAccount(r.tenant()),
                new Step.RenewIngressLogin(r.tenant()),
                new Step.TellRotated(r.tenant(), r.owner(), r.requester()));
    }
}
