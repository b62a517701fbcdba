package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterAnswer.Away;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an error of the API server means, decided by its code and structured causes, never by its text. */
public final class KubeProblems {
    private static final Logger LOG = LoggerFactory.getLogger(KubeProblems.class);
    private static final String RIGHTS = "\"doctor\" names what the bot lacks; give it that, then retry.";
    private static final String ROOM = "Raise that quota or free some of it, then retry.";
    private static final String TERMINATING = "NamespaceTerminating";

    private KubeProblems() {}

    /** Runs a call and answers for the error it may end with. */
    public static ClusterAnswer answering(Supplier<ClusterAnswer> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            LOG.debug("Kubernetes answered {}", e.getCode(), e);
            return of(e);
        }
    }

    /** The answer that an error means. */
    public static ClusterAnswer of(KubernetesClientException problem) {
        return switch (problem.getCode()) {
            case 400, 405, 406, 415, 422 -> new Refused("Kubernetes refuses it: " + causes(problem));
            case 401 -> new Refused("Kubernetes refuses the bot's credentials", RIGHTS);
            case 403 -> forbidden(problem);
            case 404 -> new Refused("it is not there: " + message(problem));
            case 409 -> new NotYet("something else changed it at the same moment");
            case 410 -> new NotYet("it changed while it was read");
            case 429 -> new Away("Kubernetes asks to come back later");
            case 0, -1 -> new Away("Kubernetes does not answer");
            default -> new Away("Kubernetes cannot answer now (" + problem.getCode() + ")");
        };
    }

    private static ClusterAnswer forbidden(KubernetesClientException problem) {
        boolean terminating = causeList(problem).stream().anyMatch(cause -> TERMINATING.equals(cause.getReason()));
        if (terminating) {
            return new NotYet("its namespace is still being deleted");
        }
        String message = message(problem);
        return new Refused(
                "Kubernetes does not allow it: " + Words.ofRefusal(message), Words.isQuota(message) ? ROOM : RIGHTS);
    }

    private static String causes(KubernetesClientException problem) {
        String causes = causeList(problem).stream()
                .map(cause ->
                        cause.getField() == null ? cause.getMessage() : cause.getField() + ": " + cause.getMessage())
                .collect(Collectors.joining("; "));
        return causes.isBlank() ? message(problem) : causes;
    }

    private static List<StatusCause> causeList(KubernetesClientException problem) {
        return status(problem)
                .map(Status::getDetails)
                .map(details -> details.getCauses())
                .orElse(List.of());
    }

    private static String message(KubernetesClientException problem) {
        return status(problem).map(Status::getMessage).orElse("error " + problem.getCode());
    }

    private static Optional<Status> status(KubernetesClientException problem) {
        return Optional.ofNullable(problem.getStatus());
    }
}
