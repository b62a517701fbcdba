package dev.hallm.bot.kube;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A quantity in Kubernetes' canonical form: the largest suffix that leaves a whole number, binary ones where it was
 * written with one.
 */
record Amount(BigDecimal value, boolean binary) implements Comparable<Amount> {
    static final Amount ZERO = new Amount(BigDecimal.ZERO, false);

    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?:([eE][+-]?[0-9]+)|([numkMGTPE]|[KMGTPE]i))?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    static Amount of(long value) {
        return new Amount(BigDecimal.valueOf(value), false);
    }

    static Optional<Amount> tryParse(JsonNode node) {
        return node.isString() || node.isNumber() ? tryParse(node.asString()) : Optional.empty();
    }

    static Optional<Amount> tryParse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        String exponent = match.group(2) == null ? "" : match.group(2);
        String suffix = match.group(3) == null ? "" : match.group(3);
        boolean binary = suffix.endsWith("i");
        BigDecimal unit = binary
                ? KIBI.pow(BINARY.indexOf(suffix))
                : BigDecimal.ONE.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf("")));
        return Optional.of(new Amount(new BigDecimal(match.group(1) + exponent).multiply(unit), binary));
    }

    /** The amount of a stored object, where validation has let only quantities in; zero when missing. */
    static Amount at(JsonNode node) {
        return tryParse(node).orElse(ZERO);
    }

    /** All amounts of an object such as {@code spec.hard}. */
    static Map<String, Amount> all(JsonNode object) {
        var amounts = new TreeMap<String, Amount>();
        object.properties().forEach(entry -> amounts.put(entry.getKey(), at(entry.getValue())));
        return amounts;
    }

    Amount plus(Amount other) {
        return new Amount(value.add(other.value), value.signum() == 0 ? other.binary : binary);
    }

    Amount minus(Amount other) {
        return new Amount(value.subtract(other.value), binary);
    }

    Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        boolean asBinary = binary && value.abs().compareTo(KIBI) >= 0 && isWhole(value);
        return asBinary ? scaled(value, KIBI, BINARY) : scaled(inNano(), THOUSAND, DECIMAL);
    }

    private BigDecimal inNano() {
        return value.movePointRight(9).setScale(0, RoundingMode.CEILING);
    }

    private static String scaled(BigDecimal whole, BigDecimal base, List<String> suffixes) {
        if (whole.signum() == 0) {
            return "0";
        }
        int step = 0;
        BigDecimal number = whole;
        while (step < suffixes.size() - 1
                && isWhole(number.divide(base, 12, RoundingMode.HALF_UP))
                && number.remainder(base).signum() == 0) {
            number = number.divideToIntegralValue(base);
            step++;
        }
        return number.toBigInteger() + suffixes.get(step);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
