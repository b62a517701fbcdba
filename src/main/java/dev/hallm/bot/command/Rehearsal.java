package dev.hallm.bot.command;

import dev.hallm.bot.identity.Person;
import org.springframework.stereotype.Component;

/** Says what a line would ask for, without asking for it. */
@Component
public class Rehearsal {
    private final Catalogue catalogue;
    private final Interpreter interpreter;

    Rehearsal(Catalogue catalogue, Interpreter interpreter) {
        this.catalogue = catalogue;
        this.interpreter = interpreter;
    }

    /** The outcome that a person's line would have; only lines that wish for an operation are rehearsed. */
    public Outcome of(String line, Person asker) {
        boolean wishes =
                catalogue.match(line).filter(match -> match.command().wishes()).isPresent();
        return wishes ? interpreter.words(line, asker) : Outcome.refuse("refuse.policy.no-wish");
    }
}
