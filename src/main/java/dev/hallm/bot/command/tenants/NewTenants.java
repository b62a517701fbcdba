package dev.hallm.bot.command.tenants;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Requirements;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.tenant.LookAlike;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantLimits;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import dev.hallm.bot.tenant.Tenants;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is known to be impossible is refused before anybody is asked, with what was filled in kept. */
@Component
class NewTenants {
    private final Tenants tenants;
    private final TenantLimits limits;
    private final Approvals approvals;
    private final Requirements requirements;
    private final Operations operations;
    private final Identities identities;
    private final LinkedAccounts links;
    private final OwnTenants owned;
    private final ClusterHealth health;
    private final BusyTenant busy;

    NewTenants(
            Tenants tenants,
            TenantLimits limits,
            Approvals approvals,
            Requirements requirements,
            Operations operations,
            Identities identities,
            LinkedAccounts links,
            OwnTenants owned,
            ClusterHealth health,
            BusyTenant busy) {
        this.tenants = tenants;
        this.limits = limits;
        this.approvals = approvals;
        this.requirements = requirements;
        this.operations = operations;
        this.identities = identities;
        this.links = links;
        this.owned = owned;
        this.health = health;
        this.busy = busy;
    }

    /** Why a tenant cannot be asked for like this; empty when nothing is known against it. */
    Optional<Outcome> objection(Provision wish) {
        if (!health.synced()) {
            return Optional.of(Outcome.refuse("refuse.create.not-synced"));
        }
        return objection(wish.tenant()).or(() -> objection(wish.owner())).or(() -> silence(wish));
    }

    private Optional<Outcome> objection(TenantName name) {
        if (limits.reserves(name)) {
            return misfit("name", "refuse.create.reserved", "tenant", name);
        }
        Optional<Tenant> taken = tenants.find(name);
        if (taken.isPresent()) {
            boolean going = taken.get().phase() == TenantPhase.DELETING;
            return misfit("name", going ? "refuse.create.deleting" : "refuse.create.taken", "tenant", name);
        }
        if (approvals.isRequested(name)) {
            return misfit("name", "refuse.create.requested", "tenant", name);
        }
        if (operations.activeOn(name).isPresent()) {
            return Optional.of(busy.refusal(name));
        }
        return alike(name);
    }

    /** Says nothing of what the other name is: it may be none of the asker's business. */
    private Optional<Outcome> alike(TenantName name) {
        Stream<TenantName> others = Stream.concat(
                tenants.all().stream().map(Tenant::name),
                approvals.pending().stream().map(request -> request.operation().tenant()));
        return others.anyMatch(other -> LookAlike.areAlike(name, other))
                ? misfit("name", "refuse.create.alike", "tenant", name)
                : Optional.empty();
    }

    private Optional<Outcome> objection(ChatAccount owner) {
        if (!(identities.identify(owner) instanceof Identification.Known)) {
            return misfit("owner", "refuse.create.owner", "owner", identities.displayName(owner));
        }
        Set<ChatAccount> person = links.accountsOf(owner);
        long owns = owned.of(person).size() + approvals.requestedFor(person);
        return owns < limits.perOwner()
                ? Optional.empty()
                : Optional.of(Outcome.refuse(
                        limits.perOwner() == 1 ? "refuse.create.limit.one" : "refuse.create.limit",
                        "owner",
                        identities.displayName(owner),
                        "limit",
                        limits.perOwner()));
    }

    private Optional<Outcome> silence(Provision wish) {
        return requirements.of(wish, wish.requester()) instanceof Requirements.Answer.Silent
                ? misfit("reason", "refuse.create.reason", "tenant", wish.tenant())
                : Optional.empty();
    }

    private static Optional<Outcome> misfit(String argument, String caption, Object... variables) {
        return Optional.of(new Outcome.Misfit(argument, text(caption, variables)));
    }
}
