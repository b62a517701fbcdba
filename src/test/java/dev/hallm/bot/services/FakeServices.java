package dev.hallm.bot.services;

import dev.hallm.bot.effect.Effects;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The services of every tenant of one cluster, at {@code /NAMESPACE/WORKLOAD}. */
public final class FakeServices implements AutoCloseable, LoopbackServer.Site {
    private static final String SETTING = "hallm.kubernetes.service-address";

    private static final String DNS_SETTING = "hallm.dns.server";

    private static final Deque<FakeServices> ANNOUNCED = new ArrayDeque<>();

    private final Map<String, FakeHomeAssistant> homes = new ConcurrentHashMap<>();
    private final FakeOllama ollama = new FakeOllama();
    private final FakeDns dns = new FakeDns();
    private final LoopbackServer server = new LoopbackServer(0, this);

    private final Effects effects;
    private final @Nullable LoopbackServer ollamaAlone;
    private volatile BiPredicate<String, String> runs = (namespace, workload) -> true;

    private FakeServices(Effects effects, OptionalInt ollamaPort) {
        this.effects = effects;
        ollamaAlone =
                ollamaPort.isPresent() ? new LoopbackServer(ollamaPort.getAsInt(), new OllamaAlone(ollama)) : null;
    }

    public static FakeServices start() {
        return start(new Effects());
    }

    /** Some that tell of all that is done to a Home Assistant, and let a test freeze it. */
    public static FakeServices start(Effects effects) {
        return new FakeServices(effects, OptionalInt.empty());
    }

    /** Those with an Ollama on a port of its own too, where a cluster's port-forwards end. */
    public static FakeServices withOllamaAt(int port) {
        return new FakeServices(new Effects(), OptionalInt.of(port));
    }

    private record OllamaAlone(FakeOllama ollama) implements LoopbackServer.Site {
        @Override
        public Reply answer(Call call) {
            return ollama.answer(call);
        }

        @Override
        public void talk(Call call, WebSocketEnd end) {
            throw new UnsupportedOperationException("Ollama has no websockets");
        }
    }

    /** Those of namespace and workload that answer; the others cut the connection, as a service without endpoints. */
    public FakeServices answeringWhile(BiPredicate<String, String> hasEndpoints) {
        runs = hasEndpoints;
        return this;
    }

    /** Bots that this process starts from now on, and that are not told otherwise, come here until these are closed. */
    public FakeServices announced() {
        synchronized (ANNOUNCED) {
            ANNOUNCED.addLast(this);
            announceLast();
        }
        return this;
    }

    private static void announceLast() {
        FakeServices last = ANNOUNCED.peekLast();
        if (last == null) {
            System.clearProperty(SETTING);
            System.clearProperty(DNS_SETTING);
        } else {
            System.setProperty(SETTING, last.address());
            System.setProperty(DNS_SETTING, last.dns.address());
        }
    }

    /** For the bot's setting {@code hallm.kubernetes.service-address}. */
    public String address() {
        return "http://127.0.0.1:" + server.port() + "/{namespace}/{service}";
    }

    /** The Home Assistant of a namespace, fresh at the first call. */
    public FakeHomeAssistant homeAssistant(String namespace) {
        return homes.computeIfAbsent(namespace, key -> new FakeHomeAssistant());
    }

    public FakeOllama ollama() {
        return ollama;
    }

    public FakeDns dns() {
        return dns;
    }

    /** As arguments for a bot in another process. */
    public String[] arguments() {
        return new String[] {"--" + SETTING + "=" + address(), dnsArgument()};
    }

    /** For a bot in another process that finds the rest through its cluster. */
    public String dnsArgument() {
        return "--" + DNS_SETTING + "=" + dns.address();
    }

    /** A namespace is gone, and its volumes with it. */
    public void forget(String namespace) {
        homes.remove(namespace);
    }

    @Override
    public Reply answer(Call call) {
        String[] parts = call.path().split("/", 4);
        String namespace = parts[1];
        String workload = parts.length > 2 ? parts[2] : "";
        Call inside = call.below("/" + (parts.length > 3 ? parts[3] : ""));
        return runs.test(namespace, workload) ? answer(namespace, workload, inside) : Reply.CUT;
    }

    private Reply answer(String namespace, String workload, Call call) {
        return switch (workload) {
            case "home-assistant" -> home(namespace, call);
            case "ollama" -> ollama.answer(call);
            default -> Reply.text(404, "no such service");
        };
    }

    private Reply home(String namespace, Call call) {
        FakeHomeAssistant home = homeAssistant(namespace);
        return call.method().equals("POST")
                ? effects.doing("home-assistant " + FakeHomeAssistant.what(call), namespace, () -> home.answer(call))
                        .orElse(Reply.CUT)
                : home.answer(call);
    }

    @Override
    public void talk(Call call, WebSocketEnd end) throws IOException {
        String[] parts = call.path().split("/", 4);
        homeAssistant(parts[1]).talk(call.below("/" + parts[3]), end);
    }

    @Override
    public void close() {
        synchronized (ANNOUNCED) {
            if (ANNOUNCED.remove(this)) {
                announceLast();
            }
        }
        server.close();
        if (ollamaAlone != null) {
            ollamaAlone.close();
        }
        dns.close();
    }
}
