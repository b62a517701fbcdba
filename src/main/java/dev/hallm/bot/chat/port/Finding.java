package dev.hallm.bot.chat.port;

import dev.hallm.bot.chat.Captions;
import java.util.Locale;

/**
 * What a {@link SelfCheck} found, in words for an administrator and without any secret.
 *
 * @param code stable, {@code HB-<letter><two digits>}; docs/doctor.md lists them all
 * @param fix what to do about it, empty when it is fine
 */
public record Finding(String code, Severity severity, String problem, String fix) {
    /** Whether a code's captions are those of a problem or of a warning. */
    private static final String PROBLEM = ".problem";

    private static final String WARNING = ".warning";

    /** A problem or a warning, as the captions of the code have it; variables are names and values in turn. */
    public static Finding of(String code, Object... variables) {
        String key = key(code);
        boolean problem = Captions.find(key + PROBLEM).isPresent();
        return new Finding(
                code,
                problem ? Severity.PROBLEM : Severity.WARNING,
                Captions.text(key + (problem ? PROBLEM : WARNING), variables),
                Captions.text(key + ".fix", variables));
    }

    /** What is as it should be. */
    public static Finding fine(String code, Object... variables) {
        return new Finding(code, Severity.OK, Captions.text(key(code) + ".fine", variables), "");
    }

    private static String key(String code) {
        return "doctor." + code;
    }

    /** How bad it is, the mildest first. */
    public enum Severity {
        OK,
        WARNING,
        PROBLEM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
