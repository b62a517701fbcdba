package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.TenantChecks;
import dev.hallm.bot.cluster.TenantServices.Service;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Each check by whoever knows its kind; an error of the API server is a finding too. */
@Component
class KubeTenantChecks implements TenantChecks {
    private final HostCheck hosts;
    private final CertificateCheck certificates;
    private final ServiceCheck services;
    private final GpuCheck gpu;
    private final IsolationCheck isolation;
    private final TenantNamespaces namespaces;

    KubeTenantChecks(
            HostCheck hosts,
            CertificateCheck certificates,
            ServiceCheck services,
            GpuCheck gpu,
            IsolationCheck isolation,
            TenantNamespaces namespaces) {
        this.hosts = hosts;
        this.certificates = certificates;
        this.services = services;
        this.gpu = gpu;
        this.isolation = isolation;
        this.namespaces = namespaces;
    }

    @Override
    public List<Finding> inside(TenantName tenant, StackSize size) {
        return List.of(
                finding(Check.HOME_ASSISTANT, State.FAILED, () -> services.of(tenant, Service.HOME_ASSISTANT, "/")),
                finding(Check.OLLAMA, State.FAILED, () -> services.of(tenant, Service.OLLAMA, "/api/version")),
                finding(Check.GPU, State.FAILED, () -> gpu.of(tenant, size)),
                finding(Check.ISOLATION, State.FAILED, () -> isolation.of(tenant, size)));
    }

    @Override
    public List<Finding> outside(TenantName tenant) {
        Seen namespace = seen(State.PENDING, () -> namespaceOf(tenant));
        boolean there = namespace.state() == State.OK;
        return List.of(
                finding(Check.DNS, State.PENDING, () -> there ? hosts.of(tenant) : namespace),
                finding(Check.CERTIFICATE, State.PENDING, () -> there ? certificates.of(tenant) : namespace));
    }

    /** Nobody waits for what a tenant that is gone would have had. */
    private Seen namespaceOf(TenantName tenant) {
        return namespaces.exists(tenant)
                ? Seen.ok(tenant.namespace())
                : Seen.notApplicable("the namespace " + tenant.namespace() + " is gone");
    }

    private static Finding finding(Check check, State onError, Supplier<Seen> look) {
        Seen seen = seen(onError, look);
        return new Finding(check, seen.state(), Words.shortened(seen.evidence()));
    }

    private static Seen seen(State onError, Supplier<Seen> look) {
        try {
            return look.get();
        } catch (KubernetesClientException e) {
            return new Seen(onError, why(KubeProblems.of(e)));
        }
    }

    private static String why(ClusterAnswer answer) {
        return switch (answer) {
            case ClusterAnswer.Done _ -> "";
            case ClusterAnswer.NotYet wait -> wait.why();
            case ClusterAnswer.Away(String why) -> why;
            case ClusterAnswer.Refused refused -> refused.why();
        };
    }

    /** A finding without its check. */
    record Seen(State state, String evidence) {
        static Seen ok(String evidence) {
            return new Seen(State.OK, evidence);
        }

        static Seen pending(String evidence) {
            return new Seen(State.PENDING, evidence);
        }

        static Seen failed(String evidence) {
            return new Seen(State.FAILED, evidence);
        }

        static Seen notApplicable(String evidence) {
            return new Seen(State.NOT_APPLICABLE, evidence);
        }
    }
}
