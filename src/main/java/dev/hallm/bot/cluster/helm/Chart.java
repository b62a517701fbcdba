package dev.hallm.bot.cluster.helm;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the stack's chart is.
 *
 * @param reference an absolute folder or an {@code oci://} reference without version
 * @param version empty for a folder, or for the newest
 */
record Chart(String reference, String version) {
    private static final String OCI = "oci://";

    /** Reads what bot-config says: a folder, or {@code oci://registry/name:version}. */
    static Chart parse(String text) {
        if (!text.startsWith(OCI)) {
            return new Chart(Path.of(text).toAbsolutePath().normalize().toString(), "");
        }
        int colon = text.lastIndexOf(':');
        return colon > text.lastIndexOf('/')
                ? new Chart(text.substring(0, colon), text.substring(colon + 1))
                : new Chart(text, "");
    }

    /** Whether a folder is there; what a registry has is known once it is asked. */
    boolean isMissing() {
        return !reference.startsWith(OCI) && !Files.isRegularFile(Path.of(reference, "Chart.yaml"));
    }
}
