package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.cluster.kube.KubeTenantChecks.Seen;
import dev.hallm.bot.tenant.TenantName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether cert-manager has issued both certificates, where the chart's values name an issuer. */
@Component
class CertificateCheck {
    private static final List<String> NAMES = List.of("home-assistant-tls", "ollama-tls");

    private final Certificates certificates;
    private final PlatformSettings settings;

    CertificateCheck(Certificates certificates, PlatformSettings settings) {
        this.certificates = certificates;
        this.settings = settings;
    }

    Seen of(TenantName tenant) {
        if (!settings.scheme().equals("https")) {
            return Seen.notApplicable("platform.values names no ingress.clusterIssuer");
        }
        Map<String, Certificate> byName =
                certificates.of(tenant).stream().collect(Collectors.toMap(Certificate::name, Function.identity()));
        String missing = NAMES.stream()
                .flatMap(name -> trouble(name, Optional.ofNullable(byName.get(name))).stream())
                .collect(Collectors.joining("; "));
        return missing.isEmpty() ? Seen.ok(validUntil(byName)) : Seen.pending(missing);
    }

    private static Optional<String> trouble(String name, Optional<Certificate> certificate) {
        return certificate.isEmpty()
                ? Optional.of(name + " has not been asked for yet")
                : certificate.filter(found -> !found.ready()).map(found -> name + ": " + found.why());
    }

    private static String validUntil(Map<String, Certificate> byName) {
        Optional<Instant> first = byName.values().stream()
                .flatMap(certificate -> certificate.notAfter().stream())
                .min(Comparator.naturalOrder());
        return first.map(end -> "valid until " + end.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse("issued");
    }
}
