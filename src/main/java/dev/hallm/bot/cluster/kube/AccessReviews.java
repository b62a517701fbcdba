package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterInspection.Right;
import dev.hallm.bot.cluster.kube.NeededRights.Needed;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /**
     * A right whose question was not answered is not known. Those inside tenants come by a role that the bot can bind
     * there, or by rights on the whole cluster.
     */
    List<Right> all() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("access-review-", 0).factory());
        try {
            TenantRole role = TenantRole.read(client);
            var asked = new LinkedHashMap<String, Future<Right>>();
            NeededRights.everywhere()
                    .forEach(one -> asked.put(
                            one.name(), threads.submit(() -> right(one.name(), one, verb -> isAllowed(one, verb)))));
            NeededRights.inTenants().forEach(one -> {
                String name = one.name() + " in tenants";
                asked.put(
                        name,
                        threads.submit(() -> right(name, one, verb -> role.grants(one, verb) || isAllowed(one, verb))));
            });
            var rights = new ArrayList<Right>();
            for (var one : asked.entrySet()) {
                rights.add(answer(one.getValue(), one.getKey()));
            }
            return rights;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Right answer(Future<Right> asked, String name) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KubernetesClientException) {
                return new Right(name, List.of(), false);
            }
            throw new IllegalStateException("an access review failed inside the bot", e.getCause());
        }
    }

    /** Whether a verb is granted; asking may be interrupted. */
    private interface Question {
        boolean isGranted(String verb) throws InterruptedException;
    }

    private static Right right(String name, Needed needed, Question question) throws InterruptedException {
        var denied = new ArrayList<String>();
        for (String verb : needed.verbs()) {
            if (!question.isGranted(verb)) {
                denied.add(verb);
            }
        }
        return new Right(name, denied, true);
    }

    private boolean isAllowed(Needed needed, String verb) throws InterruptedException {
        List<String> names = needed.names().isEmpty() ? List.of("") : needed.names();
        for (String name : names) {
            if (!isAllowed(needed, verb, name)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAllowed(Needed needed, String verb, String name) throws InterruptedException {
        free.acquire();
        try {
            return Boolean.TRUE.equals(client.authorization()
                    .v1()
                    .selfSubjectAccessReview()
                    .create(review(needed, verb, name))
                    .getStatus()
                    .getAllowed());
        } finally {
            free.release();
        }
    }

    private static SelfSubjectAccessReview review(Needed needed, String verb, String name) {
        return new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withGroup(needed.group())
                .withResource(needed.kind())
                .withSubresource(needed.subresource())
                .withName(name)
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build();
    }
}
