package dev.hallm.bot.settings;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one scalar as the type that its key has. */
final class Scalars {
    private Scalars() {}

    static Parsed read(ScalarNode node, Class<?> type, Key key) {
        String text = node.getValue();
        if (type == int.class || type == Integer.class) {
            return whole(node, key);
        }
        if (type == boolean.class) {
            return node.getTag().equals(Tag.BOOL)
                    ? new Parsed.Value(Boolean.valueOf(text))
                    : Parsed.refused(text, "write true or false, without quotes");
        }
        if (type == Range.class) {
            return Amounts.range(text, key.form());
        }
        if (type == Quantity.class) {
            return Amounts.quantity(text, key.form());
        }
        if (type == Duration.class) {
            return Durations.parse(text);
        }
        return node.getTag().equals(Tag.STR) ? word(text, type, key) : notText(node);
    }

    private static Parsed word(String text, Class<?> type, Key key) {
        if (type == Role.class) {
            return role(text);
        }
        if (type == ZoneId.class) {
            return zone(text);
        }
        if (type != String.class) {
            throw new IllegalStateException("no reader for " + type);
        }
        return key.form().allows(text)
                ? new Parsed.Value(text)
                : Parsed.refused(text, "expected " + key.form().words());
    }

    private static Parsed whole(ScalarNode node, Key key) {
        String text = node.getValue();
        var min = BigInteger.valueOf(key.min());
        var max = BigInteger.valueOf(key.max());
        if (node.getTag().equals(Tag.INT)) {
            var number = new BigInteger(text);
            if (number.compareTo(min) >= 0 && number.compareTo(max) <= 0) {
                return new Parsed.Value(number.intValueExact());
            }
        }
        String expected = "expected a whole number from " + min + " to " + max;
        return node.getTag().equals(Tag.INT)
                ? new Parsed.Refused(text + ": " + expected)
                : Parsed.refused(text, expected + ", without quotes");
    }

    private static Parsed notText(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return new Parsed.Refused("expected text but there is nothing");
        }
        String kind = node.getTag().equals(Tag.BOOL) ? "true or false" : "a number";
        return new Parsed.Refused(text + ": expected text but this is " + kind + "; write \"" + text + "\" in quotes");
    }

    private static Parsed role(String text) {
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(candidate -> candidate.word().equals(text))
                .findFirst();
        String words = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));
        return role.<Parsed>map(Parsed.Value::new)
                .orElseGet(
                        () -> new Parsed.Refused("no role is called " + Parsed.quoted(text) + "; roles are " + words));
    }

    private static Parsed zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return new Parsed.Value(ZoneId.of(text));
        }
        return Parsed.refused(
                text,
                "no time zone has this name; "
                        + Keys.nearest(text, ZoneId.getAvailableZoneIds())
                                .map(zone -> "did you mean " + zone + "?")
                                .orElse("write one such as Europe/Berlin or UTC"));
    }
}
