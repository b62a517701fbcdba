package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Tenant.Endpoint;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the hosts that an Ingress serves: by https where it has a certificate for them. */
final class EndpointFacts {
    private EndpointFacts() {}

    static List<Endpoint> of(Ingress ingress, Interner interner) {
        String name = interner.of(ingress.getMetadata().getName());
        boolean hasAddress = hasAddress(ingress);
        Set<String> secured = ingress.getSpec().getTls().stream()
                .flatMap(tls -> tls.getHosts().stream())
                .collect(Collectors.toSet());
        return ingress.getSpec().getRules().stream()
                .map(IngressRule::getHost)
                .filter(Objects::nonNull)
                .flatMap(host -> url(host, secured.contains(host)).stream())
                .map(url -> new Endpoint(name, url, hasAddress))
                .toList();
    }

    private static boolean hasAddress(Ingress ingress) {
        return ingress.getStatus() != null
                && ingress.getStatus().getLoadBalancer() != null
                && !ingress.getStatus().getLoadBalancer().getIngress().isEmpty();
    }

    /** A wildcard has no address that a person could open. */
    private static Optional<URI> url(String host, boolean secured) {
        try {
            return Optional.of(new URI(secured ? "https" : "http", host, null, null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
