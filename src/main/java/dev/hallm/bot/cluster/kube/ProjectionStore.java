package dev.hallm.bot.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An informer's store that folds each object into a projection and forgets it. Informers need their store for one thing
 * without handlers: to find after a new listing what is gone; for that, bare objects are made of the keys.
 */
final class ProjectionStore<T extends HasMetadata> implements ItemStore<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionStore.class);

    private final Projection<T> projection;
    private final Supplier<T> bare;

    ProjectionStore(Projection<T> projection, Supplier<T> bare) {
        this.projection = projection;
        this.bare = bare;
    }

    @Override
    public String getKey(T object) {
        return ObjectKey.of(object).toString();
    }

    /** One object that cannot be read must not keep all others from being seen. */
    @Override
    public @Nullable T put(String key, T object) {
        try {
            projection.put(object);
        } catch (RuntimeException e) {
            LOG.warn("{} {} cannot be read and is left as it was known", object.getKind(), key, e);
        }
        return null;
    }

    @Override
    public @Nullable T remove(String key) {
        projection.remove(ObjectKey.parse(key));
        return null;
    }

    @Override
    public Stream<String> keySet() {
        return projection.keys().map(ObjectKey::toString);
    }

    @Override
    public Stream<T> values() {
        return projection.keys().map(this::bareObject);
    }

    private T bareObject(ObjectKey key) {
        T object = bare.get();
        object.setMetadata(new ObjectMetaBuilder()
                .withNamespace(key.namespace())
                .withName(key.name())
                .build());
        return object;
    }

    @Override
    public int size() {
        return Math.toIntExact(projection.keys().count());
    }

    @Override
    public @Nullable T get(String key) {
        return null;
    }

    /** The store never has whole objects to hand out later. */
    @Override
    public boolean isFullState() {
        return false;
    }
}
