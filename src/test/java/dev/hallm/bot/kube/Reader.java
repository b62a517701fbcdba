package dev.hallm.bot.kube;

import dev.hallm.bot.kube.WatchStream.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Get, list and watch. */
final class Reader {
    private final Store store;
    private final Set<WatchStream> watches = ConcurrentHashMap.newKeySet();

    Reader(Store store) {
        this.store = store;
    }

    ObjectNode get(ObjectRef ref) {
        return store.find(ref).orElseThrow(() -> ApiProblem.notFound(ref.type(), ref.name()));
    }

    /** A page of a list; every page carries the version of the first, so that a watch misses nothing in between. */
    ObjectNode list(Scope scope, int limit, String token) {
        return store.atomically(() -> {
            Page page = token.isEmpty() ? new Page(store.version(), "", "") : Page.parse(token);
            store.requireRemembered(page.version());
            var rest = store.list(scope.type(), scope.namespace()).stream()
                    .filter(page::isAfter)
                    .filter(scope.selector()::matches)
                    .toList();
            var items = limit > 0 && rest.size() > limit ? rest.subList(0, limit) : rest;
            return answer(scope.type(), page, items, rest.size() - items.size());
        });
    }

    private static ObjectNode answer(ResourceType type, Page page, List<ObjectNode> items, int remaining) {
        ObjectNode list = Json.object("kind", type.kind() + "List", "apiVersion", type.apiVersion());
        ObjectNode meta = list.putObject("metadata").put("resourceVersion", Long.toString(page.version()));
        if (remaining > 0) {
            meta.put("continue", page.next(items.getLast())).put("remainingItemCount", remaining);
        }
        ArrayNode nodes = list.putArray("items");
        items.forEach(nodes::add);
        return list;
    }

    /**
     * Starts a watch.
     *
     * @param from the version to go on from, empty or 0 for everything that is there first
     * @param announceStart whether a bookmark follows what is there first
     */
    WatchStream watch(Scope scope, String from, boolean announceStart) {
        var watch = new WatchStream(scope);
        store.atomically(() -> {
            try {
                replay(scope, from, announceStart, watch);
                watches.add(watch);
                store.listen(watch);
            } catch (ApiProblem gone) {
                watch.failed(gone);
            }
            return watch;
        });
        return watch;
    }

    private void replay(Scope scope, String from, boolean announceStart, WatchStream watch) {
        if (from.isEmpty() || from.equals("0")) {
            store.list(scope.type(), scope.namespace()).stream()
                    .filter(scope.selector()::matches)
                    .forEach(watch::added);
            if (announceStart) {
                watch.initialEventsEnd(store.version());
            }
        } else {
            store.since(Long.parseLong(from)).forEach(watch);
        }
    }

    void unwatch(WatchStream watch) {
        watches.remove(watch);
        store.unlisten(watch);
    }

    void endWatches() {
        watches.forEach(WatchStream::end);
    }

    /** Where a list goes on. */
    private record Page(long version, String namespace, String name) {
        static Page parse(String token) {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split("/", -1);
            return new Page(Long.parseLong(parts[0]), parts[1], parts[2]);
        }

        String next(ObjectNode last) {
            String text = version + "/" + Meta.namespace(last) + "/" + Meta.name(last);
            return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        boolean isAfter(ObjectNode object) {
            int order = Meta.namespace(object).compareTo(namespace);
            return order > 0 || (order == 0 && Meta.name(object).compareTo(name) > 0);
        }
    }
}
