package dev.hallm.bot.command.tenants;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.Tenants;
import dev.hallm.bot.view.Notices;
import dev.hallm.bot.view.TenantList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pages and the file of {@code user list}, for the command and its buttons. */
@Component
class TenantPages {
    private final Tenants tenants;
    private final TenantList list;
    private final Notices notices;

    TenantPages(Tenants tenants, TenantList list, Notices notices) {
        this.tenants = tenants;
        this.list = list;
        this.notices = notices;
    }

    Message page(TenantFilter filter, int page, Person reader) {
        return notices.withAge(list.page(matching(filter), page, filter.words(), reader.account()));
    }

    Message csv(TenantFilter filter) {
        return notices.withAge(list.csv(matching(filter)));
    }

    private List<Tenant> matching(TenantFilter filter) {
        return tenants.all().stream().filter(filter::matches).toList();
    }
}
