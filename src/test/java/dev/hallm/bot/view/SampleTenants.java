package dev.hallm.bot.view;

import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.cluster.TenantDetails.Release;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.Tenant.Endpoint;
import dev.hallm.bot.tenant.Tenant.QuotaUse;
import dev.hallm.bot.tenant.Tenant.Volume;
import dev.hallm.bot.tenant.Tenant.Workload;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.TenantPhase;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tenants as the cluster might say they are. */
final class SampleTenants {
    static final Instant CREATED = Instant.parse("2026-03-01T09:00:00Z");

    private SampleTenants() {}

    /** Active and well, Ola's, of size standard. */
    static Tenant well(String name) {
        return with(name, TenantPhase.ACTIVE, "standard", "");
    }

    /** Active, but its Ollama is in trouble. */
    static Tenant ill(String name, String trouble) {
        return with(name, TenantPhase.ACTIVE, "standard", trouble);
    }

    static Tenant ofSize(String name, @Nullable String size) {
        return with(name, TenantPhase.ACTIVE, size, "");
    }

    static Tenant onboarding(String name) {
        return with(name, TenantPhase.ONBOARDING, "standard", "");
    }

    /** Made by the guide's own commands: a namespace and nothing else. */
    static Tenant byHand(String name) {
        return new Tenant(
                new TenantName(name),
                TenantPhase.UNMANAGED,
                CREATED,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    static List<Tenant> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> well("t%02d".formatted(i)))
                .toList();
    }

    /** One of each: an event, a certificate, a release, and a part that came too late. */
    static Details details() {
        return new Details(
                List.of(new Event(CREATED, true, "ollama-0", "BackOff", "image does not exist")),
                List.of(new Certificate("home-assistant-tls", false, "the issuer is away", Optional.empty())),
                Optional.of(new Release("ha-llm-ada", 3, "deployed", "ha-llm-stack-0.1.0")),
                List.of("volumes"));
    }

    private static Tenant with(String name, TenantPhase phase, @Nullable String size, String trouble) {
        return new Tenant(
                new TenantName(name),
                phase,
                CREATED,
                Samples.OLA,
                size,
                Map.of(
                        "requests.cpu", new QuotaUse(Quantity.parse("1500m"), Quantity.of(4)),
                        "requests.memory", new QuotaUse(Quantity.parse("3Gi"), Quantity.parse("8Gi")),
                        "requests.nvidia.com/gpu", new QuotaUse(Quantity.of(1), Quantity.of(1)),
                        "services.nodeports", new QuotaUse(Quantity.ZERO, Quantity.ZERO)),
                List.of(
                        new Workload("Deployment", "home-assistant", 1, 1, ""),
                        new Workload("Deployment", "ollama", 1, trouble.isEmpty() ? 1 : 0, trouble)),
                List.of(new Volume("ollama", "Bound", Quantity.parse("80Gi"))),
                List.of(new Endpoint("home-assistant", URI.create("https://ha." + name + ".example.com"), true)),
                CREATED.plusSeconds(60));
    }
}
