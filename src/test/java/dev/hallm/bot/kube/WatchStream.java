package dev.hallm.bot.kube;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What one watcher has still to hear. */
final class WatchStream implements Consumer<Change> {
    private static final ObjectNode END = Json.object();

    private final Scope scope;
    private final BlockingQueue<ObjectNode> events = new LinkedBlockingQueue<>();

    WatchStream(Scope scope) {
        this.scope = scope;
    }

    /** Which objects a list or watch is about; namespace empty for all. */
    record Scope(ResourceType type, String namespace, Selector selector) {
        boolean covers(ObjectRef ref) {
            return ref.type().equals(type)
                    && (namespace.isEmpty() || ref.namespace().equals(namespace));
        }
    }

    /** An object that starts or stops matching the selector comes and goes for this watcher. */
    @Override
    public void accept(Change change) {
        if (!scope.covers(change.ref())) {
            return;
        }
        ObjectNode before = change.before();
        boolean matched = before != null && scope.selector().matches(before);
        boolean matches = !change.deleted() && scope.selector().matches(change.object());
        if (matches) {
            add(matched ? "MODIFIED" : "ADDED", change.object());
        } else if (matched) {
            add("DELETED", change.object());
        }
    }

    void added(ObjectNode object) {
        add("ADDED", object);
    }

    /** Says that everything that was there at the start has been sent. */
    void initialEventsEnd(long version) {
        ObjectNode bookmark = Json.object(
                "apiVersion", scope.type().apiVersion(), "kind", scope.type().kind());
        ObjectNode meta = Meta.of(bookmark).put("resourceVersion", Long.toString(version));
        meta.putObject("annotations").put("k8s.io/initial-events-end", "true");
        add("BOOKMARK", bookmark);
    }

    void failed(ApiProblem problem) {
        add("ERROR", problem.status());
        end();
    }

    void end() {
        events.add(END);
    }

    /** The next event, empty when the watch ends or the time is over. */
    Optional<ObjectNode> next(Duration within) throws InterruptedException {
        ObjectNode event = events.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.ofNullable(event).filter(some -> !some.isEmpty());
    }

    private void add(String type, ObjectNode object) {
        events.add(Json.object("type", type).set("object", object));
    }
}
