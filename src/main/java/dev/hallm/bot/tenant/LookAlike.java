package dev.hallm.bot.tenant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names that a reader takes for another. Source of the pairs: Unicode's confusables (UTS #39), as far as they end in
 * what a tenant's name may hold.
 */
public final class LookAlike {
    private static final Map<Integer, String> LETTERS =
            pairs("аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw кk мm тt вb нh "
                    + "αa οo νv ρp τt υu ιi κk χx εe ηn γy βb "
                    + "øo łl đd ıi ŀl ħh ŧt");
    private static final Map<Integer, String> LIGATURES =
            Map.of((int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th");

    private LookAlike() {}

    private static Map<Integer, String> pairs(String text) {
        return java.util.Arrays.stream(text.split(" ", -1))
                .collect(Collectors.toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(1)));
    }

    /** The name that somebody probably meant by a text that is none; empty when nothing is left of it. */
    public static Optional<TenantName> proposal(String typed) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .mapToObj(LookAlike::latin)
                .collect(Collectors.joining());
        String name = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String fitting = name.length() <= TenantName.MAX_LENGTH
                ? name
                : name.substring(0, TenantName.MAX_LENGTH).replaceAll("-$", "");
        return fitting.isEmpty() ? Optional.empty() : Optional.of(new TenantName(fitting));
    }

    private static String latin(int point) {
        return LETTERS.getOrDefault(point, LIGATURES.getOrDefault(point, Character.toString(point)));
    }

    /** Whether two different names are easily taken for each other: {@code john-d0e} and {@code john-doe}. */
    public static boolean areAlike(TenantName one, TenantName other) {
        return !one.equals(other) && skeleton(one).equals(skeleton(other));
    }

    private static String skeleton(TenantName name) {
        return name.value()
                .replace('0', 'o')
                .replace('1', 'l')
                .replace("rn", "m")
                .replace("vv", "w")
                .replaceAll("-+", "-");
    }
}
