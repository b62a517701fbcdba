package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterInspection.Right;
import dev.hallm.bot.cluster.kube.NeededRights.Needed;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Asks the API server what the bot itself may do; a few questions at once. */
final class AccessReviews {
    private static final int AT_ONCE = 8;

    private final KubernetesClient client;
    private final Semaphore free = new Semaphore(AT_ONCE);

    AccessReviews(KubernetesClient client) {
        this.client = client;
    }

    /** A right whose question was not answered is not known. */
    List<Right> of(List<Needed> needed) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Right>> asked =
                    needed.stream().map(one -> threads.submit(() -> right(one))).toList();
            var rights = new ArrayList<Right>();
            for (int i = 0; i < needed.size(); i++) {
                rights.add(answer(asked.get(i), needed.get(i)));
            }
            return rights;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Right answer(Future<Right> asked, Needed needed) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KubernetesClientException) {
                return new Right(needed.name(), List.of(), false);
            }
            throw new IllegalStateException("an access review failed inside the bot", e.getCause());
        }
    }

    private Right right(Needed needed) throws InterruptedException {
        var denied = new ArrayList<String>();
        for (String verb : needed.verbs()) {
            if (!isAllowed(needed, verb)) {
                denied.add(verb);
            }
        }
        return new Right(needed.name(), denied, true);
    }

    private boolean isAllowed(Needed needed, String verb) throws InterruptedException {
        free.acquire();
        try {
            return Boolean.TRUE.equals(client.authorization()
                    .v1()
                    .selfSubjectAccessReview()
                    .create(review(needed, verb))
                    .getStatus()
                    .getAllowed());
        } finally {
            free.release();
        }
    }

    private static SelfSubjectAccessReview review(Needed needed, String verb) {
        return new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withGroup(needed.group())
                .withResource(needed.kind())
                .withSubresource(needed.subresource())
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build();
    }
}
