package dev.hallm.bot.command.access;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.view.CredentialsCard;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows an owner what gets them in, read and minted at this moment, for their eyes only and never stored. */
@Component
class ShowOnce implements Action {
    private final TenantCluster cluster;
    private final TenantCredentials credentials;
    private final OwnedTenant owned;
    private final CredentialsCard card;

    ShowOnce(TenantCluster cluster, TenantCredentials credentials, OwnedTenant owned, CredentialsCard card) {
        this.cluster = cluster;
        this.credentials = credentials;
        this.owned = owned;
        this.card = card;
    }

    @Override
    public String verb() {
        return "show-once";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return owned.of(action, clicker)
                .map(tenant -> show(tenant, clicker))
                .orElseGet(() -> Outcome.refuse("credentials.none", "tenant", OwnedTenant.nameIn(action)));
    }

    private Outcome show(Tenant tenant, Person clicker) {
        return new Outcome.Whisper(
                () -> card.of(
                        tenant.name(),
                        clicker.account(),
                        cluster.ingressLogin(tenant.name()),
                        credentials.mintKubeconfig(tenant.name())),
                () -> {});
    }
}
