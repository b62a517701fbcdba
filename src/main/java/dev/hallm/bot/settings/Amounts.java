package dev.hallm.bot.settings;

import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads quantities and ranges, and says what a wrong one probably meant. */
final class Amounts {
    private static final Pattern NUMBER_AND_LETTERS = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *([A-Za-z]*)");
    private static final BigDecimal ONE_MEBIBYTE = BigDecimal.valueOf(1 << 20);
    private static final BigDecimal MOST_CORES = BigDecimal.valueOf(100_000);

    private Amounts() {}

    static Parsed quantity(String text, Form form) {
        Optional<String> wrong = problem(text, form);
        return wrong.isPresent() ? Parsed.refused(text, wrong.get()) : new Parsed.Value(Quantity.parse(text));
    }

    static Parsed range(String text, Form form) {
        int dots = text.indexOf("..");
        String low = dots < 0 ? text : text.substring(0, dots);
        String high = dots < 0 ? text : text.substring(dots + 2);
        Optional<String> wrong = problem(low, form).or(() -> problem(high, form));
        if (wrong.isPresent()) {
            return Parsed.refused(text, wrong.get());
        }
        return range(text, Quantity.parse(low), Quantity.parse(high));
    }

    private static Parsed range(String text, Quantity request, Quantity limit) {
        return request.compareTo(limit) > 0
                ? Parsed.refused(
                        text, "the request " + request + " is above the limit " + limit + "; write request..limit")
                : new Parsed.Value(new Range(request, limit));
    }

    private static Optional<String> problem(String text, Form form) {
        return Quantity.tryParse(text)
                .map(quantity -> outOfBounds(quantity, form))
                .orElseGet(
                        () -> Optional.of(text.isEmpty() ? "a side is empty; " + example(form) : notOne(text, form)));
    }

    private static Optional<String> outOfBounds(Quantity quantity, Form form) {
        if (quantity.amount().signum() <= 0) {
            return Optional.of(quantity + " is not above 0; " + example(form));
        }
        if (form == Form.BYTES && quantity.amount().compareTo(ONE_MEBIBYTE) < 0) {
            return Optional.of(quantity + " is less than 1Mi; " + meant(quantity.toString(), form));
        }
        boolean tooMany = form == Form.CPU && quantity.amount().compareTo(MOST_CORES) > 0;
        return tooMany ? Optional.of(quantity + " is too much; " + example(form)) : Optional.empty();
    }

    private static String notOne(String text, Form form) {
        String suggestions = suggestions(text, form);
        return text + " is not a quantity; "
                + (suggestions.isEmpty() ? example(form) : "did you mean " + suggestions + "?");
    }

    private static String suggestions(String text, Form form) {
        var match = NUMBER_AND_LETTERS.matcher(text.strip());
        if (!match.matches()) {
            return "";
        }
        String number = match.group(1);
        return form == Form.CPU ? number : candidates(number, match.group(2));
    }

    private static String candidates(String number, String letters) {
        String unit = letters.isEmpty() ? "" : letters.substring(0, 1).toUpperCase(Locale.ROOT);
        return Stream.of(number + unit + "i", number + (unit.equals("K") ? "k" : unit))
                .filter(candidate ->
                        !unit.isEmpty() && Quantity.tryParse(candidate).isPresent())
                .collect(Collectors.joining(" or "));
    }

    private static String meant(String number, Form form) {
        return number.matches("[0-9.]+") ? "did you mean " + number + "Gi?" : example(form);
    }

    private static String example(Form form) {
        return "write " + form.words();
    }
}
