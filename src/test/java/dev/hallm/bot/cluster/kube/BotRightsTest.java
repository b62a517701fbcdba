package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who the bot is to a binding, and how long it waits for one to count. */
class BotRightsTest {
    @Test
    void bindsAServiceAccountByItsNamespaceAndName() {
        var subject = BotRights.subject("system:serviceaccount:hallm:hallm-bot");

        assertThat(subject.getKind()).isEqualTo("ServiceAccount");
        assertThat(subject.getNamespace()).isEqualTo("hallm");
        assertThat(subject.getName()).isEqualTo("hallm-bot");
        assertThat(subject.getApiGroup()).isNull();
    }

    @Test
    void bindsAnyoneElseAsAUser() {
        var subject = BotRights.subject("kubernetes-admin");

        assertThat(subject.getKind()).isEqualTo("User");
        assertThat(subject.getName()).isEqualTo("kubernetes-admin");
        assertThat(subject.getApiGroup()).isEqualTo("rbac.authorization.k8s.io");
    }

    @Test
    void repeatsWhatIsForbiddenForAMoment() {
        var calls = new AtomicInteger();

        String answer = rights().onceTheyCount(() -> {
            if (calls.incrementAndGet() < 3) {
                throw refused(403);
            }
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(calls).hasValue(3);
    }

    @Test
    void doesNotRepeatAnyOtherRefusal() {
        var calls = new AtomicInteger();

        assertThatThrownBy(() -> rights().onceTheyCount(() -> {
                    calls.incrementAndGet();
                    throw refused(422);
                }))
                .isInstanceOf(KubernetesClientException.class);

        assertThat(calls).hasValue(1);
    }

    private static BotRights rights() {
        try (KubernetesClient unused =
                new KubernetesClientBuilder().withConfig(Config.empty()).build()) {
            return new BotRights(unused, new Applier(unused));
        }
    }

    private static KubernetesClientException refused(int code) {
        return new KubernetesClientException("refused", code, null);
    }
}
