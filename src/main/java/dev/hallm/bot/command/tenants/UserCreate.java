package dev.hallm.bot.command.tenants;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantLimits;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.Tenants;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code user create}: asks for a tenant; what is known to be impossible is refused before anybody is asked. */
@Component
class UserCreate implements Command<UserCreate.Arguments> {
    private final Sizes sizes;
    private final Tenants tenants;
    private final TenantLimits limits;
    private final Approvals approvals;
    private final Operations operations;
    private final Identities identities;
    private final LinkedAccounts links;
    private final OwnTenants owned;
    private final BusyTenant busy;

    UserCreate(
            Sizes sizes,
            Tenants tenants,
            TenantLimits limits,
            Approvals approvals,
            Operations operations,
            Identities identities,
            LinkedAccounts links,
            OwnTenants owned,
            BusyTenant busy) {
        this.sizes = sizes;
        this.tenants = tenants;
        this.limits = limits;
        this.approvals = approvals;
        this.operations = operations;
        this.identities = identities;
        this.links = links;
        this.owned = owned;
        this.busy = busy;
    }

    record Arguments(
            TenantName name,
            @Nullable ChatAccount owner,
            @Nullable StackSize size,
            @Nullable String reason) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("user create", Arguments.class, Role.ADMIN);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        ChatAccount owner = Optional.ofNullable(arguments.owner()).orElse(asker.account());
        StackSize size = Optional.ofNullable(arguments.size())
                .orElseGet(() -> sizes.all().iterator().next());
        String reason = Optional.ofNullable(arguments.reason()).orElse("");
        return refusal(arguments.name(), owner)
                .orElseGet(() -> new Outcome.Submit(
                        new Operation.Provision(arguments.name(), owner, asker.account(), size, reason)));
    }

    private Optional<Outcome> refusal(TenantName name, ChatAccount owner) {
        if (limits.reserves(name)) {
            return refuse("refuse.create.reserved", "tenant", name);
        }
        if (approvals.isRequested(name)) {
            return refuse("refuse.create.requested", "tenant", name);
        }
        if (operations.activeOn(name).isPresent()) {
            return Optional.of(busy.refusal(name));
        }
        if (tenants.find(name).isPresent()) {
            return refuse("refuse.create.taken", "tenant", name);
        }
        return refusalOf(owner);
    }

    private Optional<Outcome> refusalOf(ChatAccount owner) {
        if (!(identities.identify(owner) instanceof Identification.Known)) {
            return refuse("refuse.create.owner", "owner", identities.displayName(owner));
        }
        Set<ChatAccount> person = links.accountsOf(owner);
        long owns = owned.of(person).size() + approvals.requestedFor(person);
        return owns < limits.perOwner()
                ? Optional.empty()
                : refuse(
                        limits.perOwner() == 1 ? "refuse.create.limit.one" : "refuse.create.limit",
                        "owner",
                        identities.displayName(owner),
                        "limit",
                        limits.perOwner());
    }

    private static Optional<Outcome> refuse(String caption, Object... variables) {
        return Optional.of(Outcome.refuse(caption, variables));
    }
}
