package dev.hallm.bot.kube;

import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes Events; the same one again counts up, as the real recorder does. */
final class EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final Api api;
    private final String component;

    EventRecorder(Api api, String component) {
        this.api = api;
        this.component = component;
    }

    void normal(ObjectNode about, String reason, String message) {
        write(about, "Normal", reason, message);
    }

    void warning(ObjectNode about, String reason, String message) {
        write(about, "Warning", reason, message);
    }

    private void write(ObjectNode about, String type, String reason, String message) {
        String hash = HexFormat.of().toHexDigits((Meta.uid(about) + reason + message).hashCode());
        var ref = new ObjectRef(ResourceTypes.EVENTS, Meta.namespace(about), Meta.name(about) + "." + hash);
        try {
            if (api.store().find(ref).isPresent()) {
                api.writer().adjust(ref, this::again);
            } else {
                ObjectNode event = event(about, type, reason, message);
                Meta.of(event).put("name", ref.name());
                api.writer().create(ref.type(), ref.namespace(), event, Writer.Options.INTERNAL);
            }
        } catch (ApiProblem ending) {
            LOG.trace("no event in a namespace that is going", ending);
        }
    }

    private void again(ObjectNode event) {
        event.put("count", Json.number(event, "count") + 1).put("lastTimestamp", api.now());
    }

    private ObjectNode event(ObjectNode about, String type, String reason, String message) {
        ObjectNode involved = Json.object("kind", about.path("kind"), "apiVersion", about.path("apiVersion"));
        involved.put("namespace", Meta.namespace(about))
                .put("name", Meta.name(about))
                .put("uid", Meta.uid(about))
                .put("resourceVersion", Meta.version(about));
        ObjectNode event = Json.object("involvedObject", involved, "reason", reason, "message", message);
        return event.put("type", type)
                .put("count", 1)
                .put("firstTimestamp", api.now())
                .put("lastTimestamp", api.now())
                .put("reportingComponent", component)
                .put("reportingInstance", "")
                .set("source", Json.object("component", component));
    }
}
