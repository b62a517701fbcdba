package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterAnswer.Away;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeProblemsTest {
    @Test
    void saysInPlainWordsThatAQuotaHasNoRoom() {
        assertThat(KubeProblems.of(problem(
                        403,
                        "pods \"ollama-1\" is forbidden: exceeded quota: user-quota, requested: requests.cpu=4,"
                                + " used: requests.cpu=1, limited: requests.cpu=2")))
                .isEqualTo(new Refused(
                        "Kubernetes does not allow it: the quota user-quota has no room: it asks for"
                                + " requests.cpu=4, requests.cpu=1 is in use and requests.cpu=2 is granted",
                        "Raise that quota or free some of it, then retry."));
    }

    @Test
    void waitsForANamespaceThatIsBeingDeleted() {
        var status = new StatusBuilder()
                .withCode(403)
                .withMessage("unable to create new content in namespace ha-llm-user-jane")
                .withNewDetails()
                .addNewCause("metadata.namespace", "namespace is being terminated", "NamespaceTerminating")
                .endDetails()
                .build();

        assertThat(KubeProblems.of(new KubernetesClientException("ignored", 403, status)))
                .isInstanceOf(NotYet.class);
    }

    @Test
    void namesTheFieldsOfAnInvalidObject() {
        var status = new StatusBuilder()
                .withCode(422)
                .withMessage("ResourceQuota \"user-quota\" is invalid")
                .withNewDetails()
                .addNewCause("spec.hard[storage]", "must be a standard resource for quotas", "FieldValueInvalid")
                .endDetails()
                .build();

        assertThat(KubeProblems.of(new KubernetesClientException("ignored", 422, status)))
                .isEqualTo(new Refused(
                        "Kubernetes refuses it: spec.hard[storage]: must be a standard resource for" + " quotas"));
    }

    @Test
    void asksAgainAfterAConflict() {
        assertThat(KubeProblems.of(problem(409, "the object has been modified")))
                .isInstanceOf(NotYet.class);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(KubeProblems.of(problem(404, "namespaces \"ha-llm-user-jane\" not found")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void isAwayWhileTheServerCannotAnswer(int code) {
        assertThat(KubeProblems.of(problem(code, "later"))).isInstanceOf(Away.class);
    }

    @Test
    void isAwayWithoutAConnectionAndSaysNothingOfIt() {
        var cause = new IOException("Authorization: Bearer very-secret");

        ClusterAnswer answer = KubeProblems.answering(() -> {
            throw new KubernetesClientException("Operation failed: Bearer very-secret", cause);
        });

        assertThat(answer).isEqualTo(new Away("Kubernetes does not answer"));
    }

    private static KubernetesClientException problem(int code, String message) {
        return new KubernetesClientException(
                message,
                code,
                new StatusBuilder().withCode(code).withMessage(message).build());
    }
}
