package dev.hallm.bot.approval;

import dev.cel.bundle.Cel;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/** A condition in CEL over the {@link Fact}s, checked before it is ever asked; the same for the same facts. */
public final class Expression {
    private final String text;
    private final CelRuntime.Program program;

    private Expression(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    /**
     * The condition that a text is.
     *
     * @throws IllegalArgumentException when {@link #problem} has something to say about it
     */
    public static Expression of(String text) {
        Cel cel = Dialect.cel();
        try {
            return new Expression(text, cel.createProgram(cel.compile(text).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(text + " is no condition", e);
        }
    }

    /** What is wrong with a text, in words for the administrator who wrote it; empty when nothing is. */
    public static Optional<String> problem(String text) {
        CelValidationResult result = Dialect.cel().compile(text);
        return result.getErrors().stream().findFirst().map(issue -> words(text, issue));
    }

    private static String words(String text, CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        String what = Dialect.plain(issue.getMessage());
        return column < 0
                ? what
                : Dialect.unknownFact(text, line, column).orElseGet(() -> "character " + (column + 1) + ": " + what);
    }

    /** @throws IllegalStateException when it cannot be decided, such as after a division by zero */
    boolean holds(Map<String, Object> facts) {
        try {
            return program.eval(facts) instanceof Boolean holds && holds;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("the condition cannot be decided: " + text, e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
