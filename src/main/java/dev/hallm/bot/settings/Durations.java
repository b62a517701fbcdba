package dev.hallm.bot.settings;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code 30m}, {@code 8h}, {@code 3d} and {@code 1d12h}; from one minute to a year. */
final class Durations {
    static final String REGEX = "^(?=[0-9])([0-9]{1,4}d)?([0-9]{1,5}h)?([0-9]{1,6}m)?([0-9]{1,8}s)?$";

    private static final Pattern FORM = Pattern.compile(REGEX);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private Durations() {}

    static Parsed parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            boolean number = text.matches("[0-9]{1,6}");
            String hint = number ? "; did you mean " + text + "m or " + text + "h?" : "; write 30m, 8h or 3d";
            return Parsed.refused(text, text + " is not a duration" + hint);
        }
        Duration duration = Duration.ofDays(number(match.group(1)))
                .plusHours(number(match.group(2)))
                .plusMinutes(number(match.group(3)))
                .plusSeconds(number(match.group(4)));
        boolean fits = duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
        return fits ? new Parsed.Value(duration) : Parsed.refused(text, "write a duration from 1m to 366d");
    }

    private static long number(@Nullable String part) {
        return part == null ? 0 : Long.parseLong(part.substring(0, part.length() - 1));
    }
}
