package dev.hallm.bot.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SizesTest {
    private static final StackSize STANDARD = size("standard", "4..8", "8Gi..16Gi", "100Gi", 1);

    private static StackSize size(String name, String cpu, String memory, String storage, int gpu) {
        return new StackSize(
                name, Range.parse(cpu), Range.parse(memory), Quantity.parse(storage), gpu, List.of(), Map.of());
    }

    @Test
    void aSizeIsSmallerWithLessOfOneThing() {
        assertThat(size("no-gpu", "4..8", "8Gi..16Gi", "100Gi", 0).isSmallerThan(STANDARD))
                .isTrue();
        assertThat(size("slower", "2..8", "8Gi..16Gi", "100Gi", 1).isSmallerThan(STANDARD))
                .isTrue();
    }

    @Test
    void aSizeIsNotSmallerWithMoreOfAnything() {
        assertThat(Stream.of(
                                size("burst", "1..9", "1Gi..2Gi", "10Gi", 0),
                                size("memory", "1..2", "1Gi..17Gi", "10Gi", 0),
                                size("disk", "1..2", "1Gi..2Gi", "101Gi", 0),
                                size("gpu", "1..2", "1Gi..2Gi", "10Gi", 2))
                        .filter(size -> size.isSmallerThan(STANDARD)))
                .isEmpty();
    }

    @Test
    void asMuchUnderAnotherNameOrInOtherUnitsIsNotSmaller() {
        assertThat(size("same", "4000m..8", "8192Mi..16Gi", "100Gi", 1).isSmallerThan(STANDARD))
                .isFalse();
    }

    @Test
    void listsSmallerOnesInTheirOrder() {
        Map<String, StackSize> byName = new LinkedHashMap<>();
        Stream.of(
                        STANDARD,
                        size("large", "8..16", "8Gi..16Gi", "100Gi", 1),
                        size("small", "1..2", "4Gi..8Gi", "50Gi", 0),
                        size("tiny", "1", "1Gi", "10Gi", 0))
                .forEach(size -> byName.put(size.name(), size));

        assertThat(new Sizes(byName).smallerThan(STANDARD))
                .extracting(StackSize::name)
                .containsExactly("small", "tiny");
    }
}
