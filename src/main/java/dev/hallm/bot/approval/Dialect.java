package dev.hallm.bot.approval;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** CEL as policies speak it: the facts are its only names, and a condition is true or false. Made at the first use. */
final class Dialect {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final int LONGEST = 1_000;
    private static final int MOST_NODES = 500;
    private static final int LONGEST_MESSAGE = 160;

    private Dialect() {}

    private static final class Holder {
        private static final Cel CEL = make();
    }

    static Cel cel() {
        return Holder.CEL;
    }

    private static Cel make() {
        CelBuilder builder = CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseExpressionNodeCount(MOST_NODES)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        for (Fact fact : Fact.values()) {
            builder.addVar(fact.path(), type(fact));
        }
        return builder.build();
    }

    private static CelType type(Fact fact) {
        return switch (fact.kind()) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case TEXTS -> ListType.create(SimpleType.STRING);
        };
    }

    /** Says that a name is no fact, if one stands at the place that CEL complains about. */
    static Optional<String> unknownFact(String text, int line, int column) {
        String place = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        Matcher name = NAME.matcher(place);
        return name.find(Math.min(column, place.length())) && name.start() == column && !isFact(name.group())
                ? Optional.of(name.group() + " is no fact; did you mean " + nearest(name.group()) + "? There are "
                        + String.join(", ", Fact.paths()))
                : Optional.empty();
    }

    private static boolean isFact(String name) {
        return Fact.paths().stream().anyMatch(path -> name.equals(path) || name.startsWith(path + "."));
    }

    private static String nearest(String name) {
        return Fact.paths().stream()
                .min(Comparator.comparingInt(
                        path -> LevenshteinDistance.getDefaultInstance().apply(name, path)))
                .orElseThrow();
    }

    /** One line of CEL's own words, without the list of everything that would have fitted. */
    static String plain(String message) {
        String line = message.lines().findFirst().orElse("").split(" \\(candidates", 2)[0];
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
