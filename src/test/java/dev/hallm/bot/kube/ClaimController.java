package dev.hallm.bot.kube;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** Binds volumes, and grows them in two steps as drivers do. */
final class ClaimController implements Controller {
    private static final Duration BINDING = Duration.ofMillis(20);
    private static final Duration RESIZING = Duration.ofMillis(1500);
    private static final String PENDING_RESIZE = "FileSystemResizePending";

    private final Api api;
    private final ControllerLoop loop;
    private final EventRecorder events;

    ClaimController(Api api, ControllerLoop loop) {
        this.api = api;
        this.loop = loop;
        this.events = new EventRecorder(api, "persistentvolume-controller");
    }

    @Override
    public void onChange(Change change) {
        if (change.of(ResourceTypes.STORAGE_CLASSES) && change.before() == null) {
            api.store().list(ResourceTypes.CLAIMS, "").forEach(claim -> settle(claim, true));
        } else if (change.of(ResourceTypes.CLAIMS) && !change.deleted()) {
            settle(change.object(), change.before() == null);
        }
    }

    private void settle(ObjectNode claim, boolean isNew) {
        ObjectRef ref = ObjectRef.of(ResourceTypes.CLAIMS, claim);
        if (Json.text(claim, "status", "phase").equals("Bound")) {
            if (Claims.size(claim).compareTo(Claims.capacity(claim)) > 0 && !Conditions.isTrue(claim, PENDING_RESIZE)) {
                grow(ref);
            }
        } else if (isNew) {
            loop.after(BINDING, () -> bind(ref, claim));
        }
    }

    private void bind(ObjectRef ref, ObjectNode claim) {
        String storage = Json.text(claim, "spec", "storageClassName");
        if (api.store()
                .find(new ObjectRef(ResourceTypes.STORAGE_CLASSES, "", storage))
                .isEmpty()) {
            String why = storage.isEmpty()
                    ? "no persistent volumes available for this claim and no storage class is set"
                    : "storageclass.storage.k8s.io \"" + storage + "\" not found";
            events.warning(claim, storage.isEmpty() ? "FailedBinding" : "ProvisioningFailed", why);
            return;
        }
        api.writer().adjust(ref, stored -> {
            Json.child(stored, "spec").put("volumeName", "pvc-" + Meta.uid(stored));
            ObjectNode status = Json.child(stored, "status").put("phase", "Bound");
            status.set("accessModes", Json.at(stored, "spec", "accessModes").deepCopy());
            setCapacity(stored);
        });
    }

    private void grow(ObjectRef ref) {
        String why = "Waiting for user to (re-)start a pod to finish file system resize of volume on node.";
        api.writer().adjust(ref, stored -> Conditions.set(stored, PENDING_RESIZE, true, "", why, api.now()));
        loop.after(
                RESIZING,
                () -> api.writer().adjust(ref, stored -> {
                    setCapacity(stored);
                    Conditions.clear(stored, PENDING_RESIZE);
                }));
    }

    private static void setCapacity(ObjectNode claim) {
        Json.child(claim, "status", "capacity")
                .put("storage", Claims.size(claim).toString());
    }
}
