package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects that the chart makes for the tenant jane, and ways to pick some. */
final class RenderedChart {
    private RenderedChart() {}

    static List<HasMetadata> render(Map<String, Object> values) {
        try (ValuesFile file = ValuesFile.of(values)) {
            String text = Helm.template("manifests/ha-llm-stack")
                    .withName("ha-llm-jane")
                    .withNamespace("ha-llm-user-jane")
                    .withValuesFile(file.path())
                    .call();
            return objects(new KubernetesSerialization().unmarshal(text));
        }
    }

    static List<HasMetadata> objects(Object parsed) {
        var objects = new ArrayList<HasMetadata>();
        Collection<?> all = parsed instanceof Collection<?> several ? several : List.of(parsed);
        all.forEach(object -> objects.add((HasMetadata) (KubernetesResource) object));
        return objects;
    }

    static <T extends HasMetadata> List<T> only(Class<T> kind, List<HasMetadata> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static <T extends HasMetadata> T named(String name, List<T> objects) {
        return objects.stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Container> containers(Deployment deployment) {
        return Stream.concat(spec(deployment).getInitContainers().stream(), spec(deployment).getContainers().stream());
    }

    static PodSpec spec(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }
}
