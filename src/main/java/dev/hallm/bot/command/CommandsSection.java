package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the person may do, with the words for it. */
@Component
@Order(40)
class CommandsSection implements HomeSection {
    private final ObjectProvider<Catalogue> catalogue;
    private final Spelling spelling;

    CommandsSection(ObjectProvider<Catalogue> catalogue, Spelling spelling) {
        this.catalogue = catalogue;
        this.spelling = spelling;
    }

    @Override
    public List<Block> of(Person reader) {
        var fields = new ArrayList<Block.Field>();
        for (Command<?> command : catalogue.getObject().usableBy(reader)) {
            CommandSpec<?> spec = command.spec();
            fields.add(Block.Field.of(
                    text("command." + spec.key()), Span.code(spelling.of(Usage.of(spec), reader.account()))));
        }
        return List.of(Block.Text.heading(text("home.commands")), new Block.Fields(fields));
    }
}
