package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;

/** Answers that say no: what, why, what instead. */
final class Refusals {
    private Refusals() {}

    static Message of(String caption, Object... variables) {
        return Message.text(Tone.WARNING, text(caption, variables));
    }

    /** Every problem of a command's arguments, and a line that works. */
    static Message problems(String path, List<Problem> problems, String example) {
        String title = text("refuse.arguments", "command", path);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.body(Span.strong(title)));
        problems.forEach(problem -> blocks.add(problem(problem)));
        blocks.add(Block.Text.note(Span.plain(text("refuse.example") + " "), Span.code(example)));
        String all = String.join("; ", problems.stream().map(Problem::toString).toList());
        return new Message(
                title + " " + all + (all.endsWith(".") ? " " : ". ") + text("refuse.example") + " " + example,
                Tone.WARNING,
                blocks);
    }

    private static Block problem(Problem problem) {
        return Block.Text.body(Span.code(problem.argument()), Span.plain(" " + problem.what()));
    }
}
