package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantDetails;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks for each fact on a thread of its own and takes what came in time. */
@Component
class KubeTenantDetails implements TenantDetails, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(KubeTenantDetails.class);

    private final TenantEvents events;
    private final Certificates certificates;
    private final HelmReleases releases;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("tenant-details-", 0).factory());

    KubeTenantDetails(TenantEvents events, Certificates certificates, HelmReleases releases) {
        this.events = events;
        this.certificates = certificates;
        this.releases = releases;
    }

    @Override
    public Details fetch(TenantName tenant, Duration within) {
        var answers = new Answers(System.nanoTime() + within.toNanos());
        Future<List<Event>> events = threads.submit(() -> this.events.of(tenant));
        Future<List<Certificate>> certificates = threads.submit(() -> this.certificates.of(tenant));
        Future<Optional<Release>> release = threads.submit(() -> releases.latest(tenant));
        return new Details(
                answers.of("events", events, List.of()),
                answers.of("certificates", certificates, List.of()),
                answers.of("the release", release, Optional.empty()),
                answers.late);
    }

    /** Collects until a deadline and remembers what was late. */
    private static final class Answers {
        private final long deadline;
        private final List<String> late = new ArrayList<>();

        Answers(long deadline) {
            this.deadline = deadline;
        }

        <T> T of(String what, Future<T> answer, T otherwise) {
            try {
                return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                answer.cancel(true);
            } catch (ExecutionException e) {
                LOG.info("{} cannot be read", what, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            late.add(what);
            return otherwise;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
