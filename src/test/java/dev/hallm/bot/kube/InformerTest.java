package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InformerTest extends KubeTest {
    @Test
    void seesWhatIsCreatedChangedAndDeleted() {
        try (var informer = informer()) {
            create("a");
            await().until(() -> seen(informer), List.of("a")::equals);

            configMap("a").edit(map -> map.edit().addToData("x", "1").build());
            await().until(() -> valueOf(informer, "a"), "1"::equals);

            configMap("a").delete();
            await().until(() -> seen(informer), List::isEmpty);
        }
    }

    @Test
    void listsInPages() {
        IntStream.range(0, 25).forEach(i -> create("map-" + i));

        try (var informer = informer()) {
            assertThat(seen(informer)).hasSize(25);
        }
        assertThat(kube.requests().stream().filter(line -> line.contains("limit=10")))
                .hasSize(3);
    }

    @Test
    void listsAgainWhenItsWatchIsDroppedAndItsVersionForgotten() {
        try (var informer = informer()) {
            create("a");
            await().until(() -> seen(informer), List.of("a")::equals);

            kube.dropWatches();
            create("b");

            await().until(() -> seen(informer), List.of("a", "b")::equals);
        }
    }

    @Test
    void goesOnWhenTheServerIsBack() {
        try (var informer = informer()) {
            kube.goAway();
            kube.seed("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: %s}}".formatted(NAMESPACE));
            kube.comeBack();

            await().until(() -> seen(informer), List.of("a")::equals);
        }
    }

    @Test
    void seesAnObjectGoThatNoLongerMatchesItsSelector() {
        try (var informer = informer("team=blue")) {
            create("a");
            configMap("a").edit(map -> label(map, "blue"));
            await().until(() -> seen(informer), List.of("a")::equals);

            configMap("a").edit(map -> label(map, "red"));

            await().until(() -> seen(informer), List::isEmpty);
        }
    }

    private SharedIndexInformer<ConfigMap> informer() {
        return informer("!unwanted");
    }

    private SharedIndexInformer<ConfigMap> informer(String labels) {
        return client.configMaps()
                .inNamespace(NAMESPACE)
                .withLabelSelector(labels)
                .withLimit(10L)
                .inform();
    }

    private List<String> seen(SharedIndexInformer<ConfigMap> informer) {
        return informer.getStore().list().stream()
                .map(map -> map.getMetadata().getName())
                .filter(name -> !name.equals("kube-root-ca.crt"))
                .sorted()
                .toList();
    }

    private static String valueOf(SharedIndexInformer<ConfigMap> informer, String name) {
        ConfigMap map = informer.getStore().getByKey(NAMESPACE + "/" + name);
        return Objects.requireNonNullElse(map.getData(), Map.<String, String>of())
                .getOrDefault("x", "");
    }

    private void create(String name) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    private static ConfigMap label(ConfigMap map, String team) {
        return map.edit().editMetadata().addToLabels("team", team).endMetadata().build();
    }

    private Resource<ConfigMap> configMap(String name) {
        return client.configMaps().inNamespace(NAMESPACE).withName(name);
    }
}
