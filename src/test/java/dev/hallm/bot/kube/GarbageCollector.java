package dev.hallm.bot.kube;

/** Deletes what belonged to an object that is gone. */
final class GarbageCollector implements Controller {
    private final Api api;

    GarbageCollector(Api api) {
        this.api = api;
    }

    @Override
    public void onChange(Change change) {
        if (change.deleted()) {
            String namespace = change.ref().namespace();
            api.types().all().stream()
                    .filter(type -> type.namespaced() || namespace.isEmpty())
                    .forEach(type -> api.store().list(type, namespace).stream()
                            .filter(object -> Meta.ownedBy(object, change.object()))
                            .forEach(object -> api.writer().discard(ObjectRef.of(type, object))));
        }
    }
}
