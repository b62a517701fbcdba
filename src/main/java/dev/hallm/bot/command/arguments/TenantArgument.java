package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.command.Near;
import dev.hallm.bot.command.OwnTenants;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A tenant by its name, or by mention of a person who owns just one; others' tenants do not exist for whoever is no admin. */
@Component
class TenantArgument implements ArgumentType<Tenant> {
    private static final int MOST = 25;

    private final OwnTenants own;
    private final Identities identities;
    private final LinkedAccounts links;

    TenantArgument(OwnTenants own, Identities identities, LinkedAccounts links) {
        this.own = own;
        this.identities = identities;
        this.links = links;
    }

    @Override
    public Class<Tenant> type() {
        return Tenant.class;
    }

    @Override
    public Reading<Tenant> read(String typed, Person asker) {
        String name = typed.toLowerCase(Locale.ROOT);
        Optional<Tenant> named = own.find(name, asker);
        if (named.isPresent()) {
            return new Reading.Value<>(named.get());
        }
        return identities
                .resolve(asker.account().platform(), typed)
                .map(owner -> ofOwner(owner, typed, asker))
                .orElseGet(() -> new Reading.Wrong<>(unknown(typed, asker)));
    }

    private Reading<Tenant> ofOwner(ChatAccount owner, String typed, Person asker) {
        Set<ChatAccount> accounts = links.accountsOf(owner);
        List<Tenant> owned = own.visibleTo(asker)
                .filter(tenant -> tenant.ownedBy().filter(accounts::contains).isPresent())
                .toList();
        return switch (owned.size()) {
            case 0 -> new Reading.Wrong<>(text("argument.wrong.owns-none", "got", Echo.of(typed)));
            case 1 -> new Reading.Value<>(owned.getFirst());
            default -> new Reading.Wrong<>(text("argument.wrong.owns-several", "names", names(owned)));
        };
    }

    private String unknown(String typed, Person asker) {
        List<String> near = Near.to(
                typed, own.visibleTo(asker).map(tenant -> tenant.name().value()).toList());
        return near.isEmpty()
                ? text("argument.wrong.tenant", "got", Echo.of(typed))
                : text("argument.wrong.tenant.near", "got", Echo.of(typed), "near", String.join(", ", near));
    }

    private static String names(List<Tenant> tenants) {
        return String.join(
                ", ", tenants.stream().map(tenant -> tenant.name().value()).toList());
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        String start = typed.toLowerCase(Locale.ROOT);
        return own.visibleTo(asker)
                .filter(tenant -> tenant.name().value().startsWith(start))
                .limit(MOST)
                .map(tenant ->
                        new Suggestion(tenant.name().value(), tenant.phase().word()))
                .toList();
    }

    @Override
    public String example(Person asker) {
        return own.visibleTo(asker)
                .findFirst()
                .map(tenant -> tenant.name().value())
                .orElse("john-doe");
    }
}
