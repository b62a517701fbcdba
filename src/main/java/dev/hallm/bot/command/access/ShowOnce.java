package dev.hallm.bot.command.access;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCluster;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.view.CredentialsCard;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows an owner what gets them in, read and minted at this moment, for their eyes only and never stored. */
@Component
class ShowOnce implements Action {
    private static final Logger LOG = LoggerFactory.getLogger(ShowOnce.class);

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
                .map(tenant -> show(tenant.name(), clicker))
                .orElseGet(() -> Outcome.refuse("credentials.none", "tenant", OwnedTenant.nameIn(action)));
    }

    private Outcome show(TenantName tenant, Person clicker) {
        Optional<FirstLogin> first = cluster.firstLogin(tenant);
        return new Outcome.Whisper(
                () -> card.of(
                        tenant,
                        clicker.account(),
                        first,
                        cluster.ingressLogin(tenant),
                        credentials.mintKubeconfig(tenant)),
                () -> first.ifPresent(_ -> forget(tenant)));
    }

    /** What was not forgotten now is so when its time is over, or after it was shown again. */
    private void forget(TenantName tenant) {
        ClusterAnswer answer = cluster.forgetFirstLogin(tenant);
        if (!(answer instanceof ClusterAnswer.Done)) {
            LOG.warn("the first login of {} was shown and is still kept: {}", tenant, answer);
        }
    }
}
