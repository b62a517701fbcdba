package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Gives a new namespace its service account, and empties one that is being deleted before it goes. */
final class NamespaceController implements Controller {
    private static final Duration PASS = Duration.ofMillis(50);

    private final Api api;
    private final ControllerLoop loop;

    NamespaceController(Api api, ControllerLoop loop) {
        this.api = api;
        this.loop = loop;
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.NAMESPACES) && !change.deleted()) {
            if (Meta.terminating(change.object())) {
                loop.after(PASS, () -> empty(change.ref()));
            } else if (change.before() == null) {
                furnish(change.ref().name());
            }
        }
    }

    private void furnish(String namespace) {
        create(ResourceTypes.SERVICE_ACCOUNTS, namespace, "default");
        create(ResourceTypes.CONFIG_MAPS, namespace, "kube-root-ca.crt");
    }

    private void create(ResourceType type, String namespace, String name) {
        api.store().atomically(() -> {
            boolean wanted = api.store()
                    .find(ObjectRef.ofNamespace(namespace))
                    .filter(found -> !Meta.terminating(found))
                    .isPresent();
            var ref = new ObjectRef(type, namespace, name);
            if (wanted && api.store().find(ref).isEmpty()) {
                ObjectNode object = Json.object("metadata", Json.object("name", name));
                api.writer().create(type, namespace, object, Writer.Options.INTERNAL);
            }
            return ref;
        });
    }

    /** Deletes what is in it; what finalizers or pods still hold is looked at again. */
    private void empty(ObjectRef namespace) {
        List<ObjectRef> contents = contents(namespace.name());
        contents.forEach(api.writer()::discard);
        if (contents(namespace.name()).isEmpty()) {
            api.store().find(namespace).ifPresent(object -> api.writer().remove(namespace, object));
        } else {
            loop.after(PASS, () -> empty(namespace));
        }
    }

    private List<ObjectRef> contents(String namespace) {
        return api.types().all().stream()
                .filter(ResourceType::namespaced)
                .flatMap(type -> api.store().list(type, namespace).stream().map(object -> ObjectRef.of(type, object)))
                .toList();
    }
}
