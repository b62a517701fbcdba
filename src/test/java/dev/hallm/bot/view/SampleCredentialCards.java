package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import dev.hallm.bot.cluster.TenantCredentials.Mint;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What owners are shown of their credentials, and what others see instead. */
final class SampleCredentialCards {
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            users:
            - name: ada
              user: {token: not-a-token}
            """;

    private final Map<String, Message> cards = new HashMap<>();

    private SampleCredentialCards() {}

    static Map<String, Message> all() {
        SampleCredentialCards samples = new SampleCredentialCards();
        samples.access();
        samples.secrets();
        return samples.cards;
    }

    private void access() {
        try (ViewBench bench = new ViewBench()) {
            AccessCard access = bench.get(AccessCard.class);
            cards.put("access", access.of(SampleTenants.well("ada"), Samples.approver(Samples.OLA)));
            cards.put("access-of-others", access.of(SampleTenants.well("ada"), Samples.approver(Samples.BO)));
        }
    }

    private void secrets() {
        var ada = new TenantName("ada");
        try (ViewBench bench = new ViewBench()) {
            CredentialsCard shown = bench.get(CredentialsCard.class);
            var minted = new Mint.Minted(KUBECONFIG, SampleTenants.CREATED.plus(Duration.ofHours(8)));
            var login = Optional.of(new IngressLogin("ada", "correct-horse"));
            cards.put(
                    "credentials",
                    shown.of(ada, Samples.OLA, Optional.of(new FirstLogin("ada", "first-horse")), login, minted));
            cards.put(
                    "credentials-none",
                    shown.of(
                            ada,
                            Samples.OLA,
                            Optional.empty(),
                            Optional.empty(),
                            new Mint.NotMinted("Kubernetes does not answer")));
            cards.put("credentials-file", shown.file(ada, minted));
        }
    }
}
