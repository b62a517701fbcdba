package dev.hallm.bot.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A request and the limit above it, written {@code 4..8}; one value means both. */
public record Range(Quantity request, Quantity limit) {
    /** @throws IllegalArgumentException when the request is above the limit */
    public Range {
        if (request.compareTo(limit) > 0) {
            throw new IllegalArgumentException(request + ".." + limit + ": the request is above the limit");
        }
    }

    /**
     * Reads {@code 4..8} or {@code 4}.
     *
     * @throws IllegalArgumentException when a side is no quantity, or the request is above the limit
     */
    @JsonCreator
    public static Range parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? new Range(Quantity.parse(text), Quantity.parse(text))
                : new Range(Quantity.parse(text.substring(0, dots)), Quantity.parse(text.substring(dots + 2)));
    }

    boolean isWithin(Range other) {
        return request.compareTo(other.request) <= 0 && limit.compareTo(other.limit) <= 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return request.equals(limit) ? request.toString() : request + ".." + limit;
    }
}
