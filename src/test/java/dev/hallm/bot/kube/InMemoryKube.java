package dev.hallm.bot.kube;

import dev.hallm.bot.effect.Effects;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.services.FakeServices;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes API server with its controllers, scheduler and kubelets, in this process and on loopback. Fresh and empty
 * at each start; see {@link SampleCluster} for something in it.
 */
public final class InMemoryKube implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Api api = new Api(Clock.systemUTC());
    private final ControllerLoop loop = new ControllerLoop();
    private final FakeServices services;
    private final Effects effects;
    private final HttpFront front;

    private InMemoryKube(Effects effects) {
        this.effects = effects;
        services = FakeServices.start(effects).announced();
        loop.run(Controllers.all(api, loop));
        api.store().listen(loop);
        api.store().listen(this::forgetVolumes);
        seed(namespace("default"));
        seed(namespace("kube-system"));
        front = new HttpFront(api, faults, effects);
    }

    public static InMemoryKube start() {
        return start(new Effects());
    }

    /** One that tells of every write, and lets a test freeze it. */
    public static InMemoryKube start(Effects effects) {
        return new InMemoryKube(effects);
    }

    public int port() {
        return front.port();
    }

    /** For clients: YAML with the server's address and a token. */
    public String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                current-context: in-memory
                clusters:
                - name: in-memory
                  cluster: {server: "http://127.0.0.1:%d"}
                users:
                - name: admin
                  user: {token: in-memory-admin}
                contexts:
                - name: in-memory
                  context: {cluster: in-memory, user: admin}
                """.formatted(port());
    }

    /** What runs in the pods, at an address instead of by port-forward, which this API does not have. */
    public FakeServices services() {
        return services;
    }

    /** From now on a service without a ready pod does not answer. */
    public InMemoryKube answeringByReadyPodsOnly() {
        services.answeringWhile(this::runs);
        return this;
    }

    private boolean runs(String namespace, String workload) {
        return api.store()
                .find(new ObjectRef(ResourceTypes.DEPLOYMENTS, namespace, workload))
                .filter(deployment ->
                        deployment.path("status").path("readyReplicas").asInt(0) > 0)
                .isPresent();
    }

    private void forgetVolumes(Change change) {
        if (change.deleted() && change.ref().type().kind().equals("Namespace")) {
            services.forget(change.ref().name());
        }
    }

    /** Stores an object as it is, status included and past admission, in place of one of the same name. */
    public void seed(HasMetadata object) {
        seed(Serialization.asJson(object));
    }

    /**
     * Stores every object of a YAML stream, see {@link #seed(HasMetadata)}.
     *
     * @throws IllegalArgumentException when a kind is not served
     */
    public void seed(String yaml) {
        for (ObjectNode object : Json.readAll(yaml)) {
            String version = Json.text(object, "apiVersion");
            String kind = Json.text(object, "kind");
            ResourceType type = api.types()
                    .ofKind(version, kind)
                    .orElseThrow(() -> new IllegalArgumentException("no such kind: " + version + " " + kind));
            api.writer().seed(type, object);
        }
    }

    /** Cuts every connection without an answer until {@link #comeBack()}; watches end. */
    public void goAway() {
        faults.away(true);
        api.reader().endWatches();
    }

    public void comeBack() {
        faults.away(false);
    }

    /** Ends all watches and forgets the history: clients that go on where they were get 410 and list again. */
    public void dropWatches() {
        api.store().forget();
        api.reader().endWatches();
    }

    /** Every request so far as {@code METHOD /path?query}, the oldest first. */
    public List<String> requests() {
        return front.requests();
    }

    /** Answers the next request to a path with an error. */
    public void failNext(String method, String pathRegex, int status) {
        faults.failNext(method, pathRegex, status);
    }

    /** Answers every request to a path with an error, until that is healed. */
    public void failEvery(String method, String pathRegex, int status) {
        faults.failEvery(method, pathRegex, status);
    }

    /** Ends the errors of the same requests. */
    public void heal(String method, String pathRegex) {
        faults.heal(method, pathRegex);
    }

    /** Freezes the next request to a path until the stall is released. */
    public Stall stallNext(String method, String pathRegex) {
        return faults.stallNext(method, pathRegex);
    }

    /** What lasts in a namespace, see {@link LastingState}. */
    public List<String> lastingState(String namespace) {
        return LastingState.of(api, namespace);
    }

    @Override
    public void close() {
        faults.releaseAll();
        effects.releaseAll();
        api.reader().endWatches();
        front.close();
        services.close();
        loop.close();
    }

    private static String namespace(String name) {
        return "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"" + name + "\"}}";
    }
}
