package dev.hallm.bot.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = "HALLM_TEST_KUBECONFIG",
        matches = ".+",
        disabledReason = "no real cluster: set HALLM_TEST_KUBECONFIG (see README)")
class RealClusterAwayIT extends AwayScenario {
    @Override
    protected String kubeconfig() {
        try {
            return Files.readString(Path.of(System.getenv("HALLM_TEST_KUBECONFIG")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
