package dev.hallm.bot.command.tenants;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.Tenants;
import dev.hallm.bot.view.Notices;
import dev.hallm.bot.view.TenantList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pages and the file of {@code user list}, for the command and its buttons. */
@Component
class TenantPages {
    private final Tenants tenants;
    private final TenantList list;
    private final Notices notices;
    private final LinkedAccounts links;

    TenantPages(Tenants tenants, TenantList list, Notices notices, LinkedAccounts links) {
        this.tenants = tenants;
        this.list = list;
        this.notices = notices;
        this.links = links;
    }

    Message page(TenantFilter filter, int page, Person reader) {
        return notices.withAge(list.page(matching(filter), page, filter.words(), reader.account()));
    }

    Message csv(TenantFilter filter) {
        return notices.withAge(list.csv(matching(filter)));
    }

    private List<Tenant> matching(TenantFilter filter) {
        Set<ChatAccount> owners = filter.owner() == null ? Set.of() : links.accountsOf(filter.owner());
        return tenants.all().stream()
                .filter(tenant -> filter.matches(tenant, owners))
                .toList();
    }
}
