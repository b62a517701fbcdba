package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ProjectionStoreTest {
    private final TenantIndex index = new TenantIndex(TenantIndexTest.HEALTHY, Clock.systemUTC());
    private final ProjectionStore<Namespace> store = new ProjectionStore<>(index.namespaces(), Namespace::new);

    @Test
    void offersWhatItHoldsAsBareObjectsWithTheSameKeys() {
        Namespace jane = Sample.namespace("jane");
        store.put(store.getKey(jane), jane);

        assertThat(store.values()).extracting(store::getKey).containsExactly(store.getKey(jane));
    }

    @Test
    void isNotStoppedByAnObjectThatCannotBeRead() {
        Namespace odd = Sample.namespace("odd");
        odd.getMetadata().setCreationTimestamp("yesterday");
        store.put(store.getKey(odd), odd);

        Namespace jane = Sample.namespace("jane");
        store.put(store.getKey(jane), jane);

        assertThat(index.all()).extracting(tenant -> tenant.name().value()).containsExactly("jane");
    }
}
