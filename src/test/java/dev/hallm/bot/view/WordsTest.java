package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import dev.hallm.bot.tenant.StackSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts and durations as people say them. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "4..8, 8Gi..16Gi, 100Gi, 1, 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU",
        "2, 4Gi, 50Gi, 0, 2 CPU · 4 GiB · 50 GiB disk · no GPU",
        "500m..1, 512Mi..1Gi, 1Ti, 2, 0.5–1 CPU · 512 MiB–1 GiB · 1 TiB disk · 2 GPU"
    })
    void sayHowLargeASizeIs(String cpu, String memory, String storage, int gpu, String expected) {
        var size = new StackSize(
                "s", Range.parse(cpu), Range.parse(memory), Quantity.parse(storage), gpu, List.of(), Map.of());

        assertThat(Amounts.size(size)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.1 s",
        "300, 0.3 s",
        "9999, 9.9 s",
        "10000, 10 s",
        "119999, 119 s",
        "120000, 2 min",
        "7199999, 119 min",
        "7200000, 2 h",
        "172799999, 47 h",
        "172800000, 2 days"
    })
    void sayHowLongItTook(long millis, String expected) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "requests.cpu, CPU",
        "limits.memory, Memory limit",
        "requests.nvidia.com/gpu, GPU",
        "requests.nvidia.com/mig-1g.5gb, GPU mig-1g.5gb",
        "pods, pods"
    })
    void nameWhatAQuotaLimits(String key, String expected) {
        assertThat(Amounts.word(key)).isEqualTo(expected);
    }
}
