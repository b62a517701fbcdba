package dev.hallm.bot.view;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;

/** Credentials as far as messages speak of them: nothing is minted, and what a test says got in beside. */
final class FakeCredentials implements TenantCredentials {
    private Strays strays = new Strays.Found(List.of());

    void has(Strays found) {
        strays = found;
    }

    @Override
    public ClusterAnswer ensureOwnerAccount(TenantName tenant) {
        return new ClusterAnswer.Done();
    }

    @Override
    public Mint mintKubeconfig(TenantName tenant) {
        return new Mint.NotMinted("nobody mints here");
    }

    @Override
    public ClusterAnswer revokeKubeconfigs(TenantName tenant) {
        return new ClusterAnswer.Done();
    }

    @Override
    public ClusterAnswer renewIngressLogin(TenantName tenant, String rotation) {
        return new ClusterAnswer.Done();
    }

    @Override
    public Strays strays(TenantName tenant) {
        return strays;
    }
}
