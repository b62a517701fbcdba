package dev.hallm.bot.command.access;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.cluster.TenantCredentials.Mint;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.view.CredentialsCard;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends an owner a fresh kubeconfig as a file, by direct message, at their own wish. */
@Component
class KubeconfigFile implements Action {
    private final TenantCredentials credentials;
    private final OwnedTenant owned;
    private final CredentialsCard card;

    KubeconfigFile(TenantCredentials credentials, OwnedTenant owned, CredentialsCard card) {
        this.credentials = credentials;
        this.owned = owned;
        this.card = card;
    }

    @Override
    public String verb() {
        return "kubeconfig-file";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return owned.of(action, clicker)
                .map(tenant -> file(tenant.name()))
                .orElseGet(() -> Outcome.refuse("credentials.none", "tenant", OwnedTenant.nameIn(action)));
    }

    private Outcome file(TenantName tenant) {
        return switch (credentials.mintKubeconfig(tenant)) {
            case Mint.Minted minted -> new Outcome.HandOver(() -> card.file(tenant, minted));
            case Mint.NotMinted(String why) -> Outcome.refuse("credentials.no-kubeconfig", "why", why);
        };
    }
}
