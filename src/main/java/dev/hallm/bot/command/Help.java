package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code help}: what the asker may do; of one command its arguments and a line that works. */
@Component
class Help implements Command<Help.Arguments> {
    private final ObjectProvider<Catalogue> catalogue;
    private final Binding binding;
    private final ChatSettings chat;
    private final Spelling spelling;

    Help(ObjectProvider<Catalogue> catalogue, Binding binding, ChatSettings chat, Spelling spelling) {
        this.catalogue = catalogue;
        this.binding = binding;
        this.chat = chat;
        this.spelling = spelling;
    }

    record Arguments(@Nullable String command) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("help", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return Optional.ofNullable(arguments.command())
                .map(command -> one(command, asker))
                .orElseGet(() -> new Outcome.Answer(all(asker)));
    }

    private Message all(Person asker) {
        List<CommandSpec<?>> specs = new ArrayList<>();
        catalogue.getObject().usableBy(asker).forEach(command -> specs.add(command.spec()));
        List<List<Cell>> rows = specs.stream()
                .map(spec -> List.of(
                        Cell.of(Span.code(spelling.of(Usage.of(spec), asker.account()))),
                        Cell.of(text("command." + spec.key()))))
                .toList();
        return Message.of(
                Tone.NEUTRAL,
                text(
                        "help.fallback",
                        "commands",
                        specs.stream().map(CommandSpec::path).collect(Collectors.joining(", "))),
                Block.Text.heading(text("help.title")),
                new Block.Table(text("help.title"), List.of(text("help.command"), text("help.what")), rows),
                Block.Text.note(Span.plain(text(
                        "help.next",
                        "command",
                        spelling.of("help <command>", asker.account()),
                        "support",
                        chat.support()))));
    }

    private Outcome one(String typed, Person asker) {
        String root = spelling.of("", asker.account());
        String line = typed.startsWith(root) ? typed.substring(root.length()) : typed;
        return catalogue
                .getObject()
                .match(line)
                .map(match -> match.command().spec())
                .filter(spec -> spec.allows(asker))
                .<Outcome>map(spec -> new Outcome.Answer(describe(spec, asker)))
                .orElseGet(() -> catalogue.getObject().unknown(line, asker));
    }

    private Message describe(CommandSpec<?> spec, Person asker) {
        String usage = spelling.of(Usage.of(spec), asker.account());
        String example = spelling.of(binding.example(spec, asker), asker.account());
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(spec.path()));
        blocks.add(Block.Text.body(Span.plain(text("command." + spec.key()))));
        blocks.add(Block.Text.body(Span.code(usage)));
        List<List<Cell>> rows = Parameter.of(spec.arguments()).stream()
                .map(parameter -> argument(spec, parameter))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Table(text("help.arguments"), List.of(text("help.argument"), text("help.what")), rows));
        }
        blocks.add(Block.Text.note(Span.plain(text("help.example") + " "), Span.code(example)));
        return new Message(
                text("command." + spec.key()) + " " + usage + " · " + text("help.example") + " " + example,
                Tone.NEUTRAL,
                blocks);
    }

    private static List<Cell> argument(CommandSpec<?> spec, Parameter parameter) {
        String hint = Forms.hint(spec, parameter);
        String label = Forms.label(spec, parameter);
        return List.of(
                Cell.of(Span.code(parameter.required() ? parameter.name() : "[" + parameter.name() + "]")),
                Cell.of(hint.isEmpty() ? label : label + ": " + hint));
    }
}
