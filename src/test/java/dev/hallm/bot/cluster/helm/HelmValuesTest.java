package dev.hallm.bot.cluster.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelmValuesTest {
    private static final TenantName JANE = new TenantName("jane");

    @Test
    void sharesASizeAndLeavesATenthFree() {
        Map<String, Object> values = values(Map.of(), Map.of());

        assertThat(at(values, "homeAssistant", "resources", "requests"))
                .isEqualTo(Map.of("cpu", "800m", "memory", "1638Mi"));
        assertThat(at(values, "ollama", "resources", "limits")).isEqualTo(Map.of("cpu", "5600m", "memory", "11468Mi"));
        assertThat(at(values, "homeAssistant", "storage")).isEqualTo("20480Mi");
        assertThat(at(values, "ollama", "storage")).isEqualTo("71680Mi");
    }

    @Test
    void decidesWhatNoConfigurationMayChange() {
        var wrong = Map.<String, Object>of(
                "tenant", "bob", "ingress", Map.of("enabled", false), "platformObjects", Map.of("create", true));

        Map<String, Object> values = values(wrong, wrong);

        assertThat(values).containsEntry("tenant", "jane");
        assertThat(at(values, "ingress", "enabled")).isEqualTo(true);
        assertThat(at(values, "platformObjects", "create")).isEqualTo(false);
        assertThat(at(values, "gpu"))
                .isEqualTo(Map.of("resource", "nvidia.com/gpu", "count", 1, "runtimeClass", "nvidia"));
    }

    @Test
    void guardsOllamaAloneUnlessThePlatformSaysOtherwise() {
        Map<String, Object> open = authentication(Map.of("disabled", true, "homeAssistant", true));

        assertThat(at(values(Map.of(), Map.of()), "ingress", "authentication"))
                .isEqualTo(Map.of("disabled", false, "homeAssistant", false));
        assertThat(at(values(authentication(Map.of("homeAssistant", true)), open), "ingress", "authentication"))
                .isEqualTo(Map.of("disabled", false, "homeAssistant", true));
        assertThat(at(values(open, Map.of()), "ingress", "authentication", "disabled"))
                .isEqualTo(true);
    }

    private static Map<String, Object> authentication(Map<String, Object> values) {
        return Map.of("ingress", Map.of("authentication", values));
    }

    @Test
    void putsASizesValuesAboveThePlatformsMapByMap() {
        Map<String, Object> values = values(
                Map.of("ollama", Map.of("image", Map.of("repository", "mirror/ollama", "tag", "1"))),
                Map.of("ollama", Map.of("image", Map.of("tag", "2"))));

        assertThat(at(values, "ollama", "image")).isEqualTo(Map.of("repository", "mirror/ollama", "tag", "2"));
        assertThat(at(values, "ollama", "storage")).isEqualTo("71680Mi");
    }

    @Test
    void keepsNullsWhichTakeAwayAChartsDefault() {
        var proxies = new HashMap<String, Object>();
        proxies.put("trustedProxies", null);

        Map<String, Object> values = values(Map.of("homeAssistant", proxies), Map.of());

        assertThat(at(values, "homeAssistant"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("trustedProxies", null);
    }

    private static Map<String, Object> values(Map<String, Object> ofPlatform, Map<String, Object> ofSize) {
        var platform = new PlatformSettings("example.com", "chart", ofPlatform, "nvidia.com/gpu", "nvidia");
        var size = new StackSize(
                "standard",
                Range.parse("4..8"),
                Range.parse("8Gi..16Gi"),
                Quantity.parse("100Gi"),
                1,
                List.of(),
                ofSize);
        return HelmValues.of(platform, JANE, size, true);
    }

    private static @Nullable Object at(Map<?, ?> values, String... path) {
        Object found = values;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }
}
