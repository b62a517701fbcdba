package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class ObjectScenarios extends Scenarios {
    @Test
    void fillsInWhatTheSystemKnows() {
        HasMetadata created = createMap("a", "{}");

        assertThat(created.getMetadata().getUid()).isNotBlank();
        assertThat(created.getMetadata().getResourceVersion()).isNotBlank();
        assertThat(created.getMetadata().getCreationTimestamp()).isNotBlank();
    }

    @Test
    void refusesToCreateWhatExists() {
        createMap("a", "{}");

        var refusal = refusal(() -> createMap("a", "{}"));

        assertStatus(refusal, 409, "AlreadyExists");
        assertThat(refusal.getStatus().getMessage()).isEqualTo("configmaps \"a\" already exists");
    }

    @Test
    void refusesAnUpdateOfAnOlderVersion() {
        createMap("a", "{}");
        ConfigMap stale = map("a").get();
        map("a").edit(current -> current.edit().addToData("x", "1").build());

        var refusal = refusal(() -> client.resource(stale).update());

        assertStatus(refusal, 409, "Conflict");
        assertThat(refusal.getStatus().getMessage()).contains("the object has been modified");
    }

    @Test
    void keepsTheVersionWhenNothingChanges() {
        createMap("a", "{}");
        ConfigMap before = map("a").get();

        ConfigMap after = client.resource(before).update();

        assertThat(after.getMetadata().getResourceVersion())
                .isEqualTo(before.getMetadata().getResourceVersion());
    }

    @Test
    void refusesAnObjectInAMissingNamespace() {
        var refusal = refusal(() -> client.resource("---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")
                .inNamespace("nowhere")
                .create());

        assertStatus(refusal, 404, "NotFound");
        assertThat(refusal.getStatus().getMessage()).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void refusesNewObjectsInANamespaceThatEnds() {
        create("---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: held, finalizers: [hallm.dev/test]}}");
        client.namespaces().withName(namespace).delete();

        var refusal = refusal(() -> createMap("a", "{}"));

        assertStatus(refusal, 403, "Forbidden");
        assertThat(refusal.getStatus().getMessage()).contains("because it is being terminated");
        map("held").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\": {\"finalizers\": null}}");
    }

    @Test
    void deletesANamespaceWithAllItHolds() {
        createMap("a", "{}");

        client.namespaces().withName(namespace).delete();

        await().until(() -> client.namespaces().withName(namespace).get() == null);
        assertThat(map("a").get()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "team=blue|blue",
                "team==blue|blue",
                "team!=blue,team|red",
                "team in (blue,red)|blue,red",
                "team notin (blue),team|red",
                "team|blue,red",
                "!team,!missing|plain"
            })
    void selectsByLabels(String selector, String names) {
        createMap("blue", "{team: blue}");
        createMap("red", "{team: red}");
        createMap("plain", "{plain: yes-please}");

        var selected = client.configMaps()
                .inNamespace(namespace)
                .withLabelSelector(selector)
                .list();

        assertThat(selected.getItems())
                .extracting(found -> found.getMetadata().getName())
                .filteredOn(name -> !name.equals("kube-root-ca.crt"))
                .containsExactly(names.split(","));
    }

    @Test
    void deletesACollectionByLabel() {
        createMap("blue", "{team: blue}");
        createMap("red", "{team: red}");

        client.configMaps().inNamespace(namespace).withLabel("team", "blue").delete();

        assertThat(map("blue").get()).isNull();
        assertThat(map("red").get()).isNotNull();
    }

    @Test
    void givesListsInPages() {
        List.of("a", "b", "c").forEach(name -> createMap(name, "{page: test}"));
        var maps = client.configMaps().inNamespace(namespace).withLabel("page", "test");

        var first = maps.list(new ListOptionsBuilder().withLimit(2L).build());
        String next = first.getMetadata().getContinue();
        var second = maps.list(
                new ListOptionsBuilder().withLimit(2L).withContinue(next).build());

        assertThat(first.getItems()).hasSize(2);
        assertThat(second.getItems())
                .extracting(map -> map.getMetadata().getName())
                .containsExactly("c");
        assertThat(second.getMetadata().getContinue()).isNullOrEmpty();
    }

    @Test
    void answersAnUnknownSubresourceWithNotFound() {
        createMap("a", "{}");

        var refusal =
                refusal(() -> client.raw("/api/v1/namespaces/" + namespace + "/configmaps/a/teapot", "PUT", Map.of()));

        assertThat(refusal.getCode()).isEqualTo(404);
    }

    @Test
    void mergesPatchesWhereNullRemoves() {
        createMap("a", "{}");
        map("a").edit(found -> found.edit().withData(Map.of("x", "1", "y", "2")).build());

        ConfigMap patched =
                map("a").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"x\": null, \"z\": \"3\"}}");

        assertThat(patched.getData()).isEqualTo(Map.of("y", "2", "z", "3"));
    }

    @Test
    void mintsATokenForAServiceAccount() {
        var answer = client.serviceAccounts()
                .inNamespace(namespace)
                .withName("default")
                .tokenRequest(request(600L));

        assertThat(answer.getStatus().getToken()).isNotBlank();
        assertThat(Instant.parse(answer.getStatus().getExpirationTimestamp()))
                .isAfter(Instant.now().plusSeconds(500));
    }

    @Test
    void refusesATokenForLessThanTenMinutes() {
        var refusal = refusal(() -> client.serviceAccounts()
                .inNamespace(namespace)
                .withName("default")
                .tokenRequest(request(599L)));

        assertStatus(refusal, 422, "Invalid");
        assertThat(refusal.getStatus().getMessage()).contains("may not specify a duration less than 10 minutes");
    }

    @Test
    void refusesALabelThatIsNoText() {
        var refusal = refusal(() -> client.raw(
                "/api/v1/namespaces/" + namespace + "/configmaps",
                "POST",
                Map.of("metadata", Map.of("name", "a", "labels", Map.of("enabled", true)))));

        assertThat(refusal.getCode()).isEqualTo(400);
        assertThat(refusal.getMessage()).contains("cannot unmarshal bool");
    }

    @Test
    void refusesNamesThatAreNoDnsNames() {
        var refusal = refusal(() -> createMap("Not_A_Name", "{}"));

        assertStatus(refusal, 422, "Invalid");
        assertThat(refusal.getStatus().getDetails().getCauses().getFirst().getField())
                .isEqualTo("metadata.name");
    }

    private static TokenRequest request(long seconds) {
        return new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(seconds)
                .endSpec()
                .build();
    }

    private HasMetadata createMap(String name, String labels) {
        return create(
                "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, labels: %s}}".formatted(name, labels));
    }

    private Resource<ConfigMap> map(String name) {
        return client.configMaps().inNamespace(namespace).withName(name);
    }
}
