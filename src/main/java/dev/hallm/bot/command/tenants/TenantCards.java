package dev.hallm.bot.command.tenants;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.cluster.TenantDetails;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.view.Notices;
import dev.hallm.bot.view.TenantCard;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** One tenant in full, with what the cluster says within two seconds. */
@Component
class TenantCards {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TenantDetails details;
    private final TenantCard card;
    private final Notices notices;

    TenantCards(TenantDetails details, TenantCard card, Notices notices) {
        this.details = details;
        this.card = card;
        this.notices = notices;
    }

    Message of(Tenant tenant, Person reader) {
        return notices.withAge(card.of(tenant, details.fetch(tenant.name(), PATIENCE), reader));
    }
}
