package dev.hallm.bot.command;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.tenant.InvalidTenantName;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tenants that exist for a person: an admin's are all, everyone else's their own. */
@Component
public class OwnTenants {
    private final Tenants tenants;

    OwnTenants(Tenants tenants) {
        this.tenants = tenants;
    }

    /** What the person may see, in the order of names. */
    public Stream<Tenant> visibleTo(Person person) {
        return tenants.all().stream().filter(tenant -> mayThey(person, tenant));
    }

    /** A tenant by name, if it exists for the person. */
    public Optional<Tenant> find(String name, Person person) {
        try {
            return tenants.find(new TenantName(name)).filter(tenant -> mayThey(person, tenant));
        } catch (InvalidTenantName _) {
            return Optional.empty();
        }
    }

    /** What a person owns, whichever of these accounts it was made for. */
    public List<Tenant> of(Set<ChatAccount> accounts) {
        return tenants.all().stream()
                .filter(tenant -> tenant.ownedBy().filter(accounts::contains).isPresent())
                .toList();
    }

    /** What comes of a command about the tenant that it names, else about the asker's only one. */
    public Outcome about(@Nullable Tenant named, Person asker, String command, Function<Tenant, Outcome> work) {
        List<Tenant> owned = named == null ? of(asker.accounts()) : List.of(named);
        return switch (owned.size()) {
            case 0 -> Outcome.refuse("refuse.tenant.none", "command", command);
            case 1 -> work.apply(owned.getFirst());
            default -> Outcome.refuse("refuse.tenant.several", "names", names(owned), "command", command);
        };
    }

    private static String names(List<Tenant> tenants) {
        return String.join(
                ", ", tenants.stream().map(tenant -> tenant.name().value()).toList());
    }

    private static boolean mayThey(Person person, Tenant tenant) {
        return person.has(Role.ADMIN) || tenant.ownedBy().filter(person::is).isPresent();
    }
}
