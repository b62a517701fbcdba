package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.tenant.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    /** The client multiplies binary units as doubles, so its exbibytes are off by some bytes; ours are exact. */
    private static final Percentage ITS_DOUBLES = Percentage.withPercentage(1e-12);

    private static final List<String> NUMBERS = List.of("0", "1", "16", "0.5", "1.25", "100", "-3", "+4");
    private static final List<String> UNITS = List.of(
            "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E2", "e-2");

    static Stream<String> everyNumberWithEveryUnit() {
        return NUMBERS.stream().flatMap(number -> UNITS.stream().map(unit -> number + unit));
    }

    @ParameterizedTest
    @MethodSource("everyNumberWithEveryUnit")
    void agreesWithTheKubernetesClient(String text) {
        assertThat(Quantity.parse(text).amount()).isCloseTo(kubernetes(text), ITS_DOUBLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16GB", "16gi", "Gi", "", "4 cores", "1K", "8Gi..16Gi", "16 Gi", "1KiB"})
    void refusesWhatTheKubernetesClientCannotCompute(String text) {
        assertThat(Quantity.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> kubernetes(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static java.math.BigDecimal kubernetes(String text) {
        return io.fabric8.kubernetes.api.model.Quantity.parse(text).getNumericalAmount();
    }
}
