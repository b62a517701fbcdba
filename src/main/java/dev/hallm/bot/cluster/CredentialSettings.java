package dev.hallm.bot.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * bot-config's {@code credentials} and {@code platform.kubernetes-api}: what kubeconfigs of owners say.
 *
 * @param kubeconfig how long a kubeconfig is good for; the cluster may shorten it
 * @param server the API server's address as owners reach it; empty for the one that the bot uses
 * @param certificateAuthority PEM file of who signed that server's certificate; empty for the bot's own
 */
public record CredentialSettings(Duration kubeconfig, Optional<String> server, Optional<Path> certificateAuthority) {
    /** Kubernetes mints no token for less. */
    public static final Duration SHORTEST = Duration.ofMinutes(10);
}
