package dev.hallm.bot.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount as Kubernetes writes it ({@code 500m}, {@code 16Gi}), compared by value. Source: the canonical form of
 * {@code k8s.io/apimachinery} resource.Quantity; exponents ({@code 1e3}) are accepted, mixed suffixes are not.
 */
public final class Quantity implements Comparable<Quantity> {
    /** Nothing. */
    public static final Quantity ZERO = new Quantity("0", BigDecimal.ZERO);

    private static final Pattern FORM = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]*)?|[+-]?\\.[0-9]+)"
            + "(?:([eE][+-]?[0-9]{1,2})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?");
    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));
    private static final List<String> BINARY = List.of("Ei", "Pi", "Ti", "Gi", "Mi", "Ki");

    private final String text;
    private final BigDecimal amount;

    private Quantity(String text, BigDecimal amount) {
        this.text = text;
        this.amount = amount;
    }

    /**
     * Reads a quantity.
     *
     * @throws IllegalArgumentException when it is not a Kubernetes quantity
     */
    @JsonCreator
    public static Quantity parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException(text + " is not a quantity"));
    }

    /** The quantity that a text means, empty when it means none. */
    public static Optional<Quantity> tryParse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(match.group(1) + (match.group(2) == null ? "" : match.group(2)));
        BigDecimal factor = match.group(3) == null ? BigDecimal.ONE : SUFFIXES.get(match.group(3));
        return Optional.of(new Quantity(text, number.multiply(factor)));
    }

    public static Quantity of(long amount) {
        return new Quantity(Long.toString(amount), BigDecimal.valueOf(amount));
    }

    /** The amount in base units: cores, bytes, pieces. */
    public BigDecimal amount() {
        return amount;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public Quantity plus(Quantity other) {
        return exact(amount.add(other.amount));
    }

    /** The difference, never below zero. */
    public Quantity minus(Quantity other) {
        return exact(amount.subtract(other.amount).max(BigDecimal.ZERO));
    }

    /** This as a share of {@code whole}, 0 when that is zero. */
    public double shareOf(Quantity whole) {
        return whole.isZero()
                ? 0
                : amount.divide(whole.amount, 4, RoundingMode.HALF_UP).doubleValue();
    }

    /** Whole times that {@code part} fits into this; {@link Integer#MAX_VALUE} when {@code part} is zero. */
    public int timesFitting(Quantity part) {
        return part.isZero()
                ? Integer.MAX_VALUE
                : amount.divideToIntegralValue(part.amount).intValue();
    }

    /** Bytes for people: {@code 7.5 GiB}. */
    public String asBytes() {
        for (String suffix : BINARY) {
            BigDecimal unit = SUFFIXES.get(suffix);
            if (unit != null && amount.compareTo(unit) >= 0) {
                return plain(amount.divide(unit, 1, RoundingMode.HALF_UP)) + " " + suffix + "B";
            }
        }
        return plain(amount) + " B";
    }

    /** A count or cores for people: {@code 0.25}, {@code 4}. */
    public String asNumber() {
        return plain(amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static Quantity exact(BigDecimal amount) {
        return new Quantity(plainExact(amount), amount);
    }

    private static String plainExact(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() <= 0
                ? stripped.toPlainString()
                : amount.movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString() + "m";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity q && amount.compareTo(q.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    /** As it was written, which Kubernetes reads. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
