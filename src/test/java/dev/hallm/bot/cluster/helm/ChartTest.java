package dev.hallm.bot.cluster.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void readsTheVersionOfARegistrysReference() {
        assertThat(Chart.parse("oci://registry.example.com:5000/charts/ha-llm-stack:0.1.0"))
                .isEqualTo(new Chart("oci://registry.example.com:5000/charts/ha-llm-stack", "0.1.0"));
    }

    @Test
    void takesTheNewestOfAReferenceWithoutVersion() {
        assertThat(Chart.parse("oci://registry.example.com:5000/charts/ha-llm-stack")
                        .version())
                .isEmpty();
    }

    @Test
    void noticesAFolderWithoutAChart() {
        assertThat(Chart.parse("manifests/ha-llm-stack").isMissing()).isFalse();
        assertThat(Chart.parse("manifests").isMissing()).isTrue();
    }
}
