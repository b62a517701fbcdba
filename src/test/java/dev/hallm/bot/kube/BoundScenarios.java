package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Network policies and role bindings. */
abstract class BoundScenarios extends Scenarios {
    @Test
    void fillsInWhatAPolicyLeavesOut() {
        var policy = (NetworkPolicy) createPolicy("egress: [{ports: [{port: 53}]}]");

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getEgress().getFirst().getPorts().getFirst().getProtocol())
                .isEqualTo("TCP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policyTypes: [Outgoing]",
                "ingress: [{ports: [{port: 70000}]}]",
                "ingress: [{ports: [{port: 53, protocol: ICMP}]}]",
                "ingress: [{from: [{}]}]",
                "egress: [{to: [{ipBlock: {cidr: 10.0.0.0}}]}]",
                "egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}, podSelector: {}}]}]",
                "egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [192.168.0.0/16]}}]}]",
                "egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: ['fc00::/7']}}]}]"
            })
    void refusesAPolicyThatMeansNothing(String spec) {
        assertStatus(refusal(() -> createPolicy(spec)), 422, "Invalid");
    }

    private Object createPolicy(String spec) {
        return create("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: a}
                spec:
                  podSelector: {}
                  %s
                """.formatted(spec));
    }

    @Test
    void bindsToARoleThatIsNotThere() {
        var binding = (RoleBinding) createBinding("{kind: ClusterRole, name: not-there}", "{kind: User, name: ana}");

        assertThat(binding.getRoleRef().getApiGroup()).isEqualTo("rbac.authorization.k8s.io");
        assertThat(binding.getSubjects().getFirst().getApiGroup()).isEqualTo("rbac.authorization.k8s.io");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: Robot, name: ana}",
                "{kind: User, name: ''}",
            })
    void refusesABindingToNobody(String subject) {
        assertStatus(refusal(() -> createBinding("{kind: ClusterRole, name: view}", subject)), 422, "Invalid");
    }

    @Test
    void refusesABindingToWhatIsNoRole() {
        assertStatus(
                refusal(() -> createBinding("{kind: Deployment, name: view}", "{kind: User, name: ana}")),
                422,
                "Invalid");
    }

    private Object createBinding(String role, String subject) {
        return create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: a}
                roleRef: %s
                subjects: [%s]
                """.formatted(role, subject));
    }
}
