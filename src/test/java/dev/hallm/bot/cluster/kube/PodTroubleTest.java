package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PodTroubleTest {
    /** It stays so, and there is advice. */
    private static Consumer<Trouble> saysForGood(String words) {
        return trouble -> {
            assertThat(trouble.lasting()).isTrue();
            assertThat(trouble.words()).isEqualTo(words);
            assertThat(trouble.advice()).contains("bot.yaml", "then retry");
        };
    }

    @Test
    void namesTheTagOfAnImageThatCannotBePulled() {
        Pod pod = waiting("ImagePullBackOff", "ghcr.io/home-assistant/home-assistant:2026.13");

        assertThat(PodTrouble.of(pod))
                .hasValueSatisfying(
                        saysForGood("the image ghcr.io/home-assistant/home-assistant:2026.13 cannot be pulled"
                                + " (tag 2026.13 does not exist or the registry refuses)"));
    }

    @Test
    void doesNotTakeARegistrysPortForATag() {
        Pod pod = waiting("ImagePullBackOff", "registry.example.com:5000/ollama");

        assertThat(PodTrouble.of(pod))
                .hasValueSatisfying(saysForGood("the image registry.example.com:5000/ollama cannot be pulled"
                        + " (it does not exist or the registry refuses)"));
    }

    @Test
    void waitsOutTheFirstFailedPull() {
        assertThat(PodTrouble.of(waiting("ErrImagePull", "a:b")))
                .hasValueSatisfying(trouble -> assertThat(trouble.lasting()).isFalse());
    }

    @Test
    void findsAnInitContainersTroubleFirst() {
        Pod pod = waiting("PodInitializing", "a:b");
        pod.getStatus()
                .getInitContainerStatuses()
                .add(new ContainerStatusBuilder()
                        .withName("configure")
                        .withImage("a:b")
                        .withNewState()
                        .withNewWaiting()
                        .withReason("ImagePullBackOff")
                        .endWaiting()
                        .endState()
                        .build());

        assertThat(PodTrouble.of(pod))
                .hasValueSatisfying(trouble -> assertThat(trouble.words()).contains("tag b does not exist"));
    }

    @Test
    void saysTheExitCodeOfACrash() {
        assertThat(PodTrouble.of(crashing("Error", 2)))
                .hasValueSatisfying(saysForGood("crashes again and again (exit code 2)"));
    }

    @Test
    void saysTheLimitThatMemoryRanInto() {
        assertThat(PodTrouble.of(crashing("OOMKilled", 137)))
                .hasValueSatisfying(saysForGood("ran out of memory (limit 8 GiB)"));
    }

    @Test
    void saysInShortWhyNoNodeTakesIt() {
        Pod pod = pod().editStatus()
                .withPhase("Pending")
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("False")
                .withReason("Unschedulable")
                .withMessage("0/4 nodes are available: 1 Insufficient memory, 3 Insufficient nvidia.com/gpu."
                        + " preemption: 0/4 nodes are available: 4 No preemption victims found.")
                .endCondition()
                .endStatus()
                .build();

        assertThat(PodTrouble.of(pod)).hasValueSatisfying(trouble -> {
            assertThat(trouble.words())
                    .isEqualTo(
                            "waits for a node: none of 4 can take it, 1 without enough memory, 3 without enough nvidia.com/gpu");
            assertThat(trouble.advice()).startsWith("\"capacity\" shows what the nodes have.");
        });
    }

    @Test
    void saysThatAPodWasEvicted() {
        Pod pod = pod().editStatus()
                .withPhase("Failed")
                .withReason("Evicted")
                .withMessage("The node was low on resource: memory.")
                .endStatus()
                .build();

        assertThat(PodTrouble.of(pod))
                .get()
                .extracting(Trouble::lasting, Trouble::words)
                .containsExactly(false, "was evicted from its node: The node was low on resource: memory.");
    }

    @Test
    void hasNothingToSayOfAPodThatStarts() {
        assertThat(PodTrouble.of(waiting("ContainerCreating", "a:b"))).isEmpty();
    }

    @Test
    void hasNothingToSayOfAPodThatIsGoing() {
        Pod pod = waiting("ImagePullBackOff", "a:b");
        pod.getMetadata().setDeletionTimestamp("2026-11-24T10:00:00Z");

        assertThat(PodTrouble.of(pod)).isEmpty();
    }

    private static PodBuilder pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("ollama-1")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("ollama")
                .withNewResources()
                .withLimits(Map.of("memory", new Quantity("8Gi")))
                .endResources()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .endStatus();
    }

    private static Pod waiting(String reason, String image) {
        return pod().editStatus()
                .withPhase("Pending")
                .addNewContainerStatus()
                .withName("ollama")
                .withImage(image)
                .withNewState()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static Pod crashing(String reason, int exitCode) {
        Pod pod = waiting("CrashLoopBackOff", "a:b");
        return new PodBuilder(pod)
                .editStatus()
                .editFirstContainerStatus()
                .withNewLastState()
                .withNewTerminated()
                .withReason(reason)
                .withExitCode(exitCode)
                .endTerminated()
                .endLastState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
