package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.services.FakeHomeAssistant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class InMemoryMainJobTest extends LabMainJob {
    private static final InMemoryKube KUBE = InMemoryKube.start();

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        SampleCluster.fill(KUBE);
        registry.add("hallm.kubernetes.kubeconfig-contents", KUBE::kubeconfig);
        registry.add("hallm.kubernetes.service-address", KUBE.services()::address);
        registry.add("hallm.checks.patience", () -> "1s");
        registry.add("hallm.dns.server", KUBE.services().dns()::address);
    }

    @AfterAll
    static void stop() {
        KUBE.close();
    }

    @Test
    void keepsTheIngressClosedWhenAStrangerWasFirst() {
        String namespace = "ha-llm-user-taken";
        FakeHomeAssistant home = KUBE.services().homeAssistant(namespace).takenBy("mallory", "i was here first");
        stage().asks("ana", "user create", Map.of("name", "taken", "owner", stage().mention("dee"), "size", "small"));

        stage().clicks("bo", requestFor("taken"), "Approve request");

        Seen failed = stage().becomes(cardOf("taken"), "somebody else made the first account");
        assertThat(failed.labels()).contains("Retry step");
        assertThat(kube.network().v1().ingresses().inNamespace(namespace).list().getItems())
                .isEmpty();
        assertThat(home.users()).containsExactly("mallory");
    }

    @Test
    void showsWhatACheckFoundAndGoesOnOnceItIsMended() {
        KUBE.services().ollama().breaks();
        stage().asks("ana", "user create", Map.of("name", "checked", "owner", stage().mention("dee"), "size", "small"));
        stage().clicks("bo", requestFor("checked"), "Approve request");
        Seen failed = stage().becomes(cardOf("checked"), "stopped at", "ollama: answers 500", "no address yet");
        KUBE.services().ollama().heals();
        KUBE.services().dns().knows("ha.checked.example.com", "192.0.2.10");
        KUBE.services().dns().knows("ollama.checked.example.com", "ha.checked.example.com");

        stage().clicks("ana", failed, "Retry step");

        Seen ready = stage().becomes(failed, "checked is ready", "4 network policies as applied");
        assertThat(ready.text())
                .contains("ha.checked.example.com is 192.0.2.10")
                .doesNotContain("answers 500");
    }

    @Test
    void listsFromMemoryWithoutAskingTheCluster() {
        await("a list while no lost watch is begun again")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    List<String> before = asked();
                    talk.asks("ana", "user list");
                    assertThat(asked()).isEqualTo(before);
                });
    }

    private static List<String> asked() {
        return KUBE.requests().stream()
                .filter(request -> request.startsWith("GET /api/v1/namespaces?"))
                .toList();
    }

    @Test
    void saysHowOldItsKnowledgeIsWhileKubernetesIsAway() {
        KUBE.goAway();
        try {
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> talk.asks("ana", "user list").text(), text -> text.contains("Kubernetes is away"));

            assertThat(talk.asks("ana", "user list").text()).contains("maria", "old");
            assertThat(talk.asks("ana", "user show maria").text()).contains("maria · active", "Not in time");
        } finally {
            KUBE.comeBack();
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> talk.asks("ana", "user list").text(), text -> !text.contains("Kubernetes is away"));
    }

    @Test
    void takesRequestsAndDecisionsWhileKubernetesIsAwayAndGoesOnByItself() {
        KUBE.goAway();
        try {
            assertThat(talk.asks("cy", "request access away \"Asked in the dark\" size=small")
                            .text())
                    .contains("waits for 1 approval");
            Seen request = requestFor("away");
            stage().clicks("bo", request, "Approve request");
            stage().becomes(request, "Approved by " + stage().name("bo"));
            assertThat(kept("away")).isFalse();
        } finally {
            KUBE.comeBack();
        }
        stage().becomes(cardOf("away"), "away is ready");
    }

    @Test
    void goesOnByItselfWhenKubernetesWasAwayInTheMiddle() {
        String namespace = "ha-llm-user-midway";
        Stall secured = KUBE.stallNext("PATCH", ".*/" + namespace + "/serviceaccounts/hallm-owner");
        talk.asks("cy", "request access midway \"Cut in the middle\" size=small");
        stage().clicks("bo", requestFor("midway"), "Approve request");
        secured.awaitReached(Duration.ofSeconds(30));
        KUBE.goAway();
        try {
            secured.lose();

            Seen waiting = stage().becomes(cardOf("midway"), "Credentials", "Kubernetes does not answer");

            assertThat(waiting.labels()).contains("Cancel onboarding…", "Show details");
        } finally {
            KUBE.comeBack();
        }
        stage().becomes(cardOf("midway"), "midway is ready");
        assertThat(kube.serviceAccounts()
                        .inNamespace(namespace)
                        .withName("hallm-owner")
                        .get())
                .isNotNull();
    }

    private boolean kept(String tenant) {
        return stage().has(Stage.Place.ANNOUNCEMENTS, tenant + " is ready");
    }

    @Test
    void refusesTheNameOfATenantThatIsHalfDeleted() {
        KUBE.seed("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: ha-llm-user-halfgone, labels: {user-namespace: "true"}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: held, namespace: ha-llm-user-halfgone, finalizers: [hallm.dev/test]}
                """);
        kube.namespaces().withName("ha-llm-user-halfgone").delete();
        await().until(() -> talk.asks("ana", "user show halfgone").text(), text -> text.contains("deleting"));

        assertThat(talk.asks("cy", "request access halfgone \"Mine now\" size=small")
                        .text())
                .contains("halfgone is still being deleted", "choose another name");
        assertThat(talk.asks("ana", "user create halfgone").text()).contains("halfgone is still being deleted");
        assertThat(talk.asks("ana", "user rotate halfgone").text()).contains("halfgone is being deleted");
    }

    @Test
    void listsAgainByItselfWhenAWatchIsLost() {
        KUBE.dropWatches();

        KUBE.seed("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: ha-llm-user-latecomer, labels: {user-namespace: "true"}}
                """);

        await().atMost(Duration.ofSeconds(40))
                .until(() -> talk.asks("ana", "user show latecomer").text(), text -> text.contains("unmanaged"));
    }
}
