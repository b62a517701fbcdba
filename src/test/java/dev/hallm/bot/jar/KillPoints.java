package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Effects;
import dev.hallm.bot.effect.Point;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.kube.InMemoryKube;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Onboards tenants, killing the bot at chosen effects on the worlds outside, and looks at what is left in all of them.
 */
final class KillPoints implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** As long as a row belongs to the process that died over it, and a little. */
    private static final Duration LONGEST_UNTIL_REPEATED = Duration.ofSeconds(40);

    private final Course course;
    private final Effects effects;
    private final InMemoryKube kube;
    private final Life life;
    private final List<String> tenants = new ArrayList<>();

    KillPoints(Course course, Effects effects, InMemoryKube kube, Life life) {
        this.course = course;
        this.effects = effects;
        this.kube = kube;
        this.life = life;
    }

    /** What an onboarding that nobody disturbs does, in order, and what it leaves. */
    record Undisturbed(List<Point> points, List<String> left) {}

    Undisturbed undisturbed() {
        String tenant = next();
        course.onboard(tenant, life);
        List<String> left = settled(tenant);
        List<Point> points = effects.of(tenant);
        remove(tenant);
        return new Undisturbed(points, left);
    }

    /** What is left once nothing has changed for a while. */
    private List<String> settled(String tenant) {
        var last = new AtomicReference<>(List.<String>of());
        await("the end of " + tenant).during(QUIET).atMost(PATIENCE).until(() -> {
            List<String> now = left(tenant);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    private List<String> left(String tenant) {
        return Stream.concat(kube.lastingState(namespace(tenant)).stream(), course.said(tenant, life).stream())
                .toList();
    }

    /** The bot is killed there, before it is done or after it. */
    record Kill(Point at, boolean afterwards) {
        @Override
        public String toString() {
            return (afterwards ? "after " : "before ") + at;
        }
    }

    /**
     * Onboards a tenant for each kill, all at once, so that the bot dies over all of them with one SIGKILL, and waits until
     * each is as if nobody had disturbed it.
     *
     * @return those whose effect did not come this time, as an edit that was one with the next
     */
    List<Kill> survive(List<Kill> kills, Undisturbed undisturbed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> killed = kills.stream()
                    .map(kill -> {
                        String tenant = next();
                        return CompletableFuture.supplyAsync(() -> isKilled(tenant, kill, undisturbed), threads);
                    })
                    .toList();
            return IntStream.range(0, kills.size())
                    .filter(number -> !killed.get(number).join())
                    .mapToObj(kills::get)
                    .toList();
        }
    }

    private boolean isKilled(String tenant, Kill kill, Undisturbed undisturbed) {
        Stall stall = effects.stall(tenant, kill.at(), kill.afterwards());
        life.killAt(stall, kill.afterwards());
        course.onboard(tenant, life);
        life.untilAsserted("what is left of " + tenant + ", killed " + kill, () -> {
            assertThat(left(tenant)).containsExactlyElementsOf(undisturbed.left());
            assertThat(life.isDoomed(stall)).isFalse();
        });
        boolean escapes = life.escapes(stall);
        remove(tenant);
        return !escapes;
    }

    /** Waits until whatever would be repeated was repeated; then still nobody was told anything twice. */
    void assertNobodyIsToldTwice(Undisturbed undisturbed) {
        List<String> once =
                undisturbed.left().stream().filter(KillPoints::isSaid).toList();
        await("repeats")
                .pollDelay(LONGEST_UNTIL_REPEATED)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tenants)
                        .allSatisfy(
                                tenant -> assertThat(course.said(tenant, life)).containsExactlyElementsOf(once)));
    }

    private static boolean isSaid(String line) {
        return line.startsWith("slack ") || line.startsWith("discord ");
    }

    /** Its names are known at once, so that nothing about it is news later. */
    private String next() {
        String tenant = "tenant-%03d".formatted(tenants.size() + 1);
        Stream.of("ha.", "ollama.")
                .forEach(prefix -> kube.services().dns().knows(prefix + tenant + ".example.com", "203.0.113.7"));
        tenants.add(tenant);
        return tenant;
    }

    /** Makes room for the next one. */
    private void remove(String tenant) {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build()) {
            client.namespaces()
                    .withName(namespace(tenant))
                    .withTimeout(30, TimeUnit.SECONDS)
                    .delete();
            await().atMost(PATIENCE)
                    .until(() -> client.namespaces().withName(namespace(tenant)).get() == null);
        }
    }

    private static String namespace(String tenant) {
        return "ha-llm-user-" + tenant;
    }

    @Override
    public void close() {
        life.close();
    }
}
