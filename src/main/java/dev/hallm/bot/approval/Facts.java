package dev.hallm.bot.approval;

import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.Room;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Tenants;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what rules may look at, as it is now. */
@Component
class Facts {
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

    private final Tenants tenants;
    private final ClusterCapacity capacity;
    private final Identities identities;
    private final LinkedAccounts links;

    Facts(Tenants tenants, ClusterCapacity capacity, Identities identities, LinkedAccounts links) {
        this.tenants = tenants;
        this.capacity = capacity;
        this.identities = identities;
        this.links = links;
    }

    /** The values of every {@link Fact}, by path. */
    Map<String, Object> about(Operation operation, ChatAccount requester) {
        var facts = new EnumMap<Fact, Object>(Fact.class);
        facts.put(Fact.KIND, operation.kind());
        facts.put(Fact.NAME, operation.tenant().value());
        facts.put(Fact.EXISTS, tenants.find(operation.tenant()).isPresent());
        about(requester, facts);
        Room room = Room.of(capacity);
        facts.put(Fact.FREE_CPU, number(room.cpu()));
        facts.put(Fact.FREE_MEMORY, gibibytes(room.memory()));
        facts.put(Fact.FREE_GPU, number(room.gpu()));
        switch (operation) {
            case Provision provision -> about(provision, requester, room, facts);
            case RotateCredentials rotation -> about(rotation, requester, facts);
        }
        return facts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().path(), Map.Entry::getValue));
    }

    private void about(ChatAccount requester, Map<Fact, Object> facts) {
        Set<ChatAccount> person = links.accountsOf(requester);
        Set<Role> roles =
                identities.identify(requester) instanceof Identification.Known(var known) ? known.roles() : Set.of();
        facts.put(Fact.ROLES, roles.stream().map(Role::word).sorted().toList());
        facts.put(Fact.PLATFORM, requester.platform());
        facts.put(Fact.TENANTS, (double) tenants.all().stream()
                .filter(tenant -> tenant.ownedBy().filter(person::contains).isPresent())
                .count());
    }

    private void about(Provision provision, ChatAccount requester, Room room, Map<Fact, Object> facts) {
        var size = provision.size();
        facts.put(Fact.SIZE, size.name());
        facts.put(Fact.CPU, number(size.cpu().limit()));
        facts.put(Fact.MEMORY, gibibytes(size.memory().limit()));
        facts.put(Fact.STORAGE, gibibytes(size.storage()));
        facts.put(Fact.GPU, (double) size.gpu());
        facts.put(Fact.OWNS, links.accountsOf(requester).contains(provision.owner()));
        facts.put(Fact.FITS, room.fits(size));
    }

    /** It takes nothing. */
    private void about(RotateCredentials rotation, ChatAccount requester, Map<Fact, Object> facts) {
        facts.put(Fact.SIZE, "");
        for (Fact amount : List.of(Fact.CPU, Fact.MEMORY, Fact.STORAGE, Fact.GPU)) {
            facts.put(amount, 0.0);
        }
        facts.put(Fact.OWNS, links.accountsOf(requester).contains(rotation.owner()));
        facts.put(Fact.FITS, true);
    }

    private static double number(Quantity quantity) {
        return quantity.amount().doubleValue();
    }

    private static double gibibytes(Quantity quantity) {
        return quantity.amount()
                .divide(GIBIBYTE, java.math.MathContext.DECIMAL64)
                .doubleValue();
    }
}
