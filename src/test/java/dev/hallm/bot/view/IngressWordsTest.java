package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.TenantCluster.IngressLogin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngressWordsTest {
    private static final IngressLogin LOGIN = new IngressLogin("ada", "correct-horse");

    private static IngressWords where(Map<String, Object> authentication) {
        Map<String, Object> values = Map.of("ingress", Map.of("authentication", authentication));
        return new IngressWords(new PlatformSettings("example.com", "chart", values, "nvidia.com/gpu", ""));
    }

    @Test
    void callTheLoginOllamasByDefault() {
        IngressWords words = where(Map.of());

        assertThat(words.login(LOGIN).toString()).contains("Ollama password", "correct-horse");
        assertThat(words.asked()).contains("Ollama's address asks", "mobile apps work");
        assertThat(words.renewed()).contains("Ollama's address asks");
    }

    @Test
    void sayThatBothAddressesAskWhereThePlatformWantsThat() {
        IngressWords words = where(Map.of("homeAssistant", true));

        assertThat(words.login(LOGIN).toString()).contains("Password of both addresses", "correct-horse");
        assertThat(words.asked()).contains("Both addresses ask");
    }

    @Test
    void showNoLoginThatNothingAsksFor() {
        IngressWords words = where(Map.of("disabled", true));

        assertThat(words.login(LOGIN).toString()).contains("leaves Ollama open").doesNotContain("correct-horse");
        assertThat(words.renewed()).isEmpty();
    }
}
