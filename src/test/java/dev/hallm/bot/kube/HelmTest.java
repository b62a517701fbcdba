package dev.hallm.bot.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.effect.Stall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HelmTest extends HelmScenarios {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final InMemoryKube kube = InMemoryKube.start();

    @Override
    TestCluster startCluster() {
        return new TestCluster.InMemory(kube);
    }

    @Test
    void saysThatAnotherOperationIsInProgressWhileAnInstallIsFrozen() {
        Stall stall = kube.stallNext("POST", "/apis/apps/v1/.*/deployments");
        var installing = CompletableFuture.supplyAsync(this::install);
        stall.awaitReached(SOON);

        assertThatThrownBy(() -> upgrade("2")).hasMessageContaining("another operation");

        stall.release();
        assertThat(installing).succeedsWithin(SOON);
    }
}
