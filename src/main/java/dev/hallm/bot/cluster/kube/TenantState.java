package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.Tenant.Endpoint;
import dev.hallm.bot.tenant.Tenant.Volume;
import dev.hallm.bot.tenant.Tenant.Workload;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one tenant, in the order in which events came: a pod may be known before its namespace. The
 * {@link Tenant} made of it is kept until something changes, or until a pod has been unready for too long.
 */
final class TenantState {
    /** A pod may take this long from running to ready before it counts as trouble. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    final Few<QuotaFacts> quotas = new Few<>();
    final Few<PodFacts> pods = new Few<>();
    final Few<WorkloadFacts> deployments = new Few<>();
    final Few<WorkloadFacts> statefulSets = new Few<>();
    final Few<Volume> volumes = new Few<>();
    final Few<List<Endpoint>> ingresses = new Few<>();

    private final TenantName name;
    private volatile @Nullable NamespaceFacts namespace;
    private volatile @Nullable Built built;
    private volatile int version;

    TenantState(TenantName name) {
        this.name = name;
    }

    /** A tenant, the version it was made of, and when it has to be made anew although nothing changed. */
    private record Built(Tenant tenant, int version, Instant until) {}

    void namespace(@Nullable NamespaceFacts facts) {
        namespace = facts;
    }

    boolean isTenant() {
        return namespace != null;
    }

    /** Something changed; one thread at a time says so. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void changed() {
        version++;
        built = null;
    }

    boolean isEmpty() {
        return namespace == null
                && Stream.of(quotas, pods, deployments, statefulSets, volumes, ingresses)
                        .allMatch(Few::isEmpty);
    }

    /** Empty while the namespace is not known. */
    Optional<Tenant> tenant(Instant now) {
        Built kept = built;
        if (kept != null && kept.version() == version && now.isBefore(kept.until())) {
            return Optional.of(kept.tenant());
        }
        NamespaceFacts facts = namespace;
        return facts == null ? Optional.empty() : Optional.of(build(facts, now));
    }

    private Tenant build(NamespaceFacts facts, Instant now) {
        int read = version;
        Tenant tenant = new Tenant(
                name,
                facts.phase(),
                facts.createdAt(),
                facts.owner(),
                facts.size(),
                QuotaFacts.together(quotas.all()),
                workloads(now),
                volumes.all(),
                ingresses.all().stream().flatMap(List::stream).toList(),
                lastActivity().orElse(null));
        built = new Built(tenant, read, nextTurn(now));
        return tenant;
    }

    private List<Workload> workloads(Instant now) {
        return Stream.concat(deployments.all().stream(), statefulSets.all().stream())
                .map(facts ->
                        new Workload(facts.kind(), facts.name(), facts.wanted(), facts.ready(), trouble(facts, now)))
                .toList();
    }

    private String trouble(WorkloadFacts workload, Instant now) {
        if (workload.wanted() == 0 || workload.ready() >= workload.wanted()) {
            return "";
        }
        return workload.blocked().isEmpty() ? podTrouble(workload, now) : workload.blocked();
    }

    private String podTrouble(WorkloadFacts workload, Instant now) {
        return pods.all().stream()
                .filter(pod -> pod.workload().equals(workload.name()) && !pod.going())
                .flatMap(pod -> troubleOf(pod, now).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> troubleOf(PodFacts pod, Instant now) {
        if (pod.trouble() != null) {
            return Optional.of(pod.trouble().words());
        }
        Instant since = pod.unreadySince();
        return since != null && !now.isBefore(since.plus(PATIENCE))
                ? Optional.of("runs but has not become ready")
                : Optional.empty();
    }

    private Instant nextTurn(Instant now) {
        return pods.all().stream()
                .map(PodFacts::unreadySince)
                .filter(Objects::nonNull)
                .map(since -> since.plus(PATIENCE))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private Optional<Instant> lastActivity() {
        return Stream.of(
                        pods.all().stream().map(PodFacts::lastChange),
                        deployments.all().stream().map(WorkloadFacts::lastChange))
                .flatMap(changes -> changes)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
