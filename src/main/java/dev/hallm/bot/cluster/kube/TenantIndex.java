package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.Tenants;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All tenants, folded from events into small states: ten thousand of them fit where as many raw objects would not.
 * Every change of a state happens inside {@code compute} of its entry, so kinds of objects may be folded in parallel.
 */
@Component
class TenantIndex implements Tenants {
    private final ConcurrentHashMap<TenantName, TenantState> states = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<TenantName, TenantState> tenants = new ConcurrentSkipListMap<>();
    private final Interner interner = new Interner();
    private final ClusterHealth health;
    private final Clock clock;

    TenantIndex(ClusterHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    @Override
    public Optional<Tenant> find(TenantName name) {
        return Optional.ofNullable(tenants.get(name)).flatMap(state -> state.tenant(clock.instant()));
    }

    @Override
    public Collection<Tenant> all() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<Tenant> iterator() {
                Instant now = clock.instant();
                return tenants.values().stream()
                        .flatMap(state -> state.tenant(now).stream())
                        .iterator();
            }

            @Override
            public int size() {
                return tenants.size();
            }
        };
    }

    @Override
    public Duration staleness() {
        return health.staleness();
    }

    Interner interner() {
        return interner;
    }

    /** Folds objects of one kind into the part of a tenant's state that is theirs; others' objects are dropped. */
    <T extends HasMetadata, P> Projection<T> projection(
            Function<TenantState, Few<P>> part, BiFunction<T, Interner, P> read) {
        return new Projection<>() {
            @Override
            public void put(T object) {
                ObjectKey key = ObjectKey.of(object);
                change(
                        key.namespace(),
                        state -> part.apply(state).put(interner.of(key.name()), read.apply(object, interner)));
            }

            @Override
            public void remove(ObjectKey key) {
                change(key.namespace(), state -> part.apply(state).remove(key.name()));
            }

            @Override
            public Stream<ObjectKey> keys() {
                return TenantIndex.this.keys(part);
            }
        };
    }

    /** Folds the namespaces, which make tenants visible. */
    Projection<Namespace> namespaces() {
        return new Projection<>() {
            @Override
            public void put(Namespace namespace) {
                set(namespace.getMetadata().getName(), Optional.of(NamespaceFacts.of(namespace, interner)));
            }

            @Override
            public void remove(ObjectKey key) {
                set(key.name(), Optional.empty());
            }

            @Override
            public Stream<ObjectKey> keys() {
                return tenants.keySet().stream().map(tenant -> new ObjectKey("", tenant.namespace()));
            }
        };
    }

    private void set(String namespace, Optional<NamespaceFacts> facts) {
        change(namespace, state -> state.namespace(facts.orElse(null)));
    }

    /** The keys of what a part of the states holds. */
    Stream<ObjectKey> keys(Function<TenantState, ? extends Few<?>> part) {
        return states.entrySet().stream()
                .flatMap(entry -> part.apply(entry.getValue()).names().stream()
                        .map(name -> new ObjectKey(entry.getKey().namespace(), name)));
    }

    /** Changes the state of the tenant whose namespace this is; other namespaces are nothing to us. */
    void change(String namespace, Consumer<TenantState> change) {
        TenantName.ofNamespace(namespace).ifPresent(tenant -> change(tenant, change));
    }

    private void change(TenantName tenant, Consumer<TenantState> change) {
        states.compute(tenant, (name, known) -> {
            TenantState state = known == null ? new TenantState(name) : known;
            change.accept(state);
            state.changed();
            if (state.isTenant()) {
                tenants.put(name, state);
            } else {
                tenants.remove(name);
            }
            return state.isEmpty() ? null : state;
        });
    }
}
