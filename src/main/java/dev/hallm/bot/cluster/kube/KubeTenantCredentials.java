package dev.hallm.bot.cluster.kube;

import static dev.hallm.bot.cluster.kube.KubeProblems.answering;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.cluster.kube.Kubeconfigs.UnreadableAuthority;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Owners' credentials on Kubernetes: each error as an answer, and no secret in any of them. */
@Component
class KubeTenantCredentials implements TenantCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(KubeTenantCredentials.class);

    private final OwnerAccounts accounts;
    private final KubeconfigMint mint;
    private final IngressLogins logins;
    private final StrayAccess strays;

    KubeTenantCredentials(OwnerAccounts accounts, KubeconfigMint mint, IngressLogins logins, StrayAccess strays) {
        this.accounts = accounts;
        this.mint = mint;
        this.logins = logins;
        this.strays = strays;
    }

    @Override
    public ClusterAnswer ensureOwnerAccount(TenantName tenant) {
        return answering(() -> accounts.ensure(tenant));
    }

    @Override
    public Mint mintKubeconfig(TenantName tenant) {
        try {
            return mint.mint(tenant);
        } catch (KubernetesClientException e) {
            return new Mint.NotMinted(
                    e.getCode() == HttpURLConnection.HTTP_NOT_FOUND
                            ? "there is no account for its owner yet; \"user rotate " + tenant + "\" makes one"
                            : why(e));
        } catch (UnreadableAuthority e) {
            LOG.error("no kubeconfig for {}: {}", tenant, e.getMessage());
            return new Mint.NotMinted(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ClusterAnswer revokeKubeconfigs(TenantName tenant) {
        return answering(() -> accounts.revoke(tenant));
    }

    @Override
    public ClusterAnswer renewIngressLogin(TenantName tenant, String rotation) {
        return answering(() -> logins.renew(tenant, rotation));
    }

    @Override
    public Strays strays(TenantName tenant) {
        try {
            return strays.of(tenant);
        } catch (KubernetesClientException e) {
            return new Strays.Unknown(why(e));
        }
    }

    private static String why(KubernetesClientException problem) {
        return switch (KubeProblems.of(problem)) {
            case ClusterAnswer.Done _ -> "Kubernetes gave no reason";
            case ClusterAnswer.NotYet wait -> wait.why();
            case ClusterAnswer.Away(String why) -> why;
            case ClusterAnswer.Refused(String why, String _) -> why;
        };
    }
}
