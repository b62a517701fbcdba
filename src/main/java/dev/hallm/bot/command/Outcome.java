package dev.hallm.bot.command;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.operation.Operation;
import java.util.function.Supplier;

/** What came of a command or a click, and how the person learns it. */
public sealed interface Outcome {
    /** A private answer. */
    record Answer(Message message) implements Outcome {}

    /** The clicked message becomes this one. */
    record Replace(Message message) implements Outcome {}

    /** No, with what to do instead. */
    record Refuse(Message message) implements Outcome {}

    /** An argument that was understood and still cannot be; the answer lets correct it and keeps the others. */
    record Misfit(String argument, String what) implements Outcome {}

    /** A wish that the approval policy decides on. */
    record Submit(Operation operation) implements Outcome {}

    /** Work on the database that commits together with its answer. */
    record Decide(Supplier<Outcome> work) implements Outcome {}

    /**
     * A secret for the person's eyes, made at the moment of showing and never stored.
     *
     * @param shown runs once the person has it; when it could not be shown it does not run
     */
    record Whisper(Supplier<Message> secret, Runnable shown) implements Outcome {
        public Whisper(Supplier<Message> secret) {
            this(secret, () -> {});
        }
    }

    /** A secret that the person asked to keep: a direct message made at the moment of sending, stored nowhere else. */
    record HandOver(Supplier<Message> secret) implements Outcome {}

    /** The person's home is brought up to date. */
    record ShowHome() implements Outcome {}

    /** Nothing to say: what was clicked changes by itself. */
    record Silent() implements Outcome {}

    /** A refusal in the words of a caption; variables are names and values in turn. */
    static Refuse refuse(String caption, Object... variables) {
        return new Refuse(Refusals.of(caption, variables));
    }
}
