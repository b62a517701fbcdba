package dev.hallm.bot.cluster.kube;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way to the API: what the bot's own properties say, then {@code KUBECONFIG}, the home folder's file, and the
 * pod's service account.
 *
 * @param environment environment variables
 * @param home the user's home folder
 * @param serviceAccount the folder that Kubernetes mounts into pods
 */
record KubeAccessSearch(Function<String, @Nullable String> environment, Path home, Path serviceAccount) {
    private static final Path MOUNTED = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    static KubeAccessSearch ofThisProcess() {
        return new KubeAccessSearch(System::getenv, Path.of(System.getProperty("user.home", "")), MOUNTED);
    }

    /** @throws ClusterNotConfigured when there is none, or a file that is named does not exist */
    KubeAccess find(String contents, String path) {
        if (!contents.isBlank()) {
            return new KubeAccess.Contents(contents);
        }
        if (!path.isBlank()) {
            return file("hallm.kubernetes.kubeconfig", Path.of(path));
        }
        String variable = text("KUBECONFIG");
        if (!variable.isBlank()) {
            return named(variable);
        }
        Path usual = home.resolve(".kube").resolve("config");
        return Files.isRegularFile(usual) ? new KubeAccess.File(usual) : inCluster();
    }

    private static KubeAccess named(String variable) {
        List<String> paths = Stream.of(variable.split(File.pathSeparator, -1))
                .filter(part -> !part.isBlank())
                .toList();
        if (paths.size() == 1) {
            return file("KUBECONFIG", Path.of(paths.getFirst()));
        }
        if (paths.stream().noneMatch(path -> Files.isRegularFile(Path.of(path)))) {
            throw new ClusterNotConfigured("none of the files that KUBECONFIG names exists: " + variable);
        }
        return new KubeAccess.Merged();
    }

    private static KubeAccess file(String source, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ClusterNotConfigured(source + " names " + path + ", which is not a file");
        }
        return new KubeAccess.File(path.toAbsolutePath());
    }

    private KubeAccess inCluster() {
        String host = text("KUBERNETES_SERVICE_HOST");
        Path token = serviceAccount.resolve("token");
        if (host.isBlank() || !Files.isRegularFile(token)) {
            throw new ClusterNotConfigured("no kubeconfig was found, and this process does not run in a pod");
        }
        String server =
                "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + text("KUBERNETES_SERVICE_PORT");
        return new KubeAccess.InCluster(kubeconfig(server, serviceAccount.resolve("ca.crt"), token));
    }

    private static String kubeconfig(String server, Path authority, Path token) {
        return """
                apiVersion: v1
                kind: Config
                current-context: pod
                clusters: [{name: pod, cluster: {server: "%s", certificate-authority: "%s"}}]
                users: [{name: pod, user: {tokenFile: "%s"}}]
                contexts: [{name: pod, context: {cluster: pod, user: pod}}]
                """.formatted(server, authority, token);
    }

    private String text(String variable) {
        String value = environment.apply(variable);
        return value == null ? "" : value;
    }
}
