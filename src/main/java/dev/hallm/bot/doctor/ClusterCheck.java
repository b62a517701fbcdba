package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import dev.hallm.bot.cluster.ClusterInspection;
import dev.hallm.bot.cluster.ClusterInspection.Gap;
import dev.hallm.bot.cluster.ClusterInspection.Inspection;
import dev.hallm.bot.cluster.ClusterInspection.Right;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether Kubernetes answers and grants the rights that the bot needs. */
@Component
class ClusterCheck implements SelfCheck {
    private final ClusterInspection cluster;

    ClusterCheck(ClusterInspection cluster) {
        this.cluster = cluster;
    }

    @Override
    public String subject() {
        return "Kubernetes";
    }

    @Override
    public List<Finding> findings() {
        return switch (cluster.inspect()) {
            case Inspection.NotConfigured(String why) -> List.of(Finding.of("HB-K01", "why", why));
            case Inspection.Away(String address, String why) ->
                List.of(Finding.of("HB-K02", "address", address, "why", why));
            case Inspection.CredentialsRefused(String address) -> List.of(Finding.of("HB-K03", "address", address));
            case Inspection.Answers answers -> of(answers);
        };
    }

    private static List<Finding> of(Inspection.Answers answers) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine("HB-K02", "address", answers.address(), "version", answers.version()));
        List<Right> denied = answers.rights().stream()
                .filter(right -> !right.denied().isEmpty())
                .toList();
        denied.forEach(right -> findings.add(
                Finding.of("HB-K05", "resource", right.resource(), "verbs", String.join(", ", right.denied()))));
        if (answers.rights().stream().anyMatch(right -> !right.known())) {
            findings.add(Finding.of("HB-K06"));
        } else if (denied.isEmpty()) {
            findings.add(Finding.fine("HB-K05", "count", answers.rights().size()));
        }
        answers.gaps().forEach(gap -> findings.add(of(gap)));
        return findings;
    }

    private static Finding of(Gap gap) {
        return switch (gap) {
            case Gap.NoDefaultStorageClass _ -> Finding.of("HB-K20");
            case Gap.NoIngressClass(String name) -> Finding.of("HB-K21", "name", name);
            case Gap.NoOwnerRole(String name) -> Finding.of("HB-K22", "name", name);
            case Gap.LocalAddress(String address) -> Finding.of("HB-K23", "address", address);
            case Gap.NoAuthority(String file) -> Finding.of("HB-K24", "file", file);
            case Gap.Unverified(String address) -> Finding.of("HB-K25", "address", address);
        };
    }
}
