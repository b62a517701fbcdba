package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Tenant.Volume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a volume claim; what it got counts before what it asked for. */
final class StorageFacts {
    private StorageFacts() {}

    static Volume of(PersistentVolumeClaim claim, Interner interner) {
        var status = claim.getStatus();
        return interner.of(new Volume(
                interner.of(claim.getMetadata().getName()),
                interner.of(status == null ? "Pending" : Objects.requireNonNullElse(status.getPhase(), "Pending")),
                interner.of(capacity(claim))));
    }

    private static Quantity capacity(PersistentVolumeClaim claim) {
        var got = claim.getStatus() == null ? null : claim.getStatus().getCapacity();
        var asked = claim.getSpec() == null || claim.getSpec().getResources() == null
                ? null
                : claim.getSpec().getResources().getRequests();
        return Stream.of(Stream.ofNullable(got), Stream.ofNullable(asked))
                .flatMap(maps -> maps)
                .flatMap(map -> Stream.ofNullable(map.get("storage")))
                .map(QuotaFacts::quantity)
                .findFirst()
                .orElse(Quantity.ZERO);
    }
}
