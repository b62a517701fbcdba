package dev.hallm.bot.command;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.identity.Person;
import java.util.List;

/** A part of a person's home; each feature brings its own, in the order of {@code @Order}. */
public interface HomeSection {
    /** What it shows this person now; empty when it has nothing to say. */
    List<Block> of(Person reader);
}
