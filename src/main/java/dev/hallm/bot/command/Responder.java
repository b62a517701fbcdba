package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.operation.Operations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The second phase: turns a delivery into its outcome, and commits the outcome, its answer and the delivery's end together. */
@Component
class Responder {
    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final int MOST_ATTEMPTS = 4;

    private final Inbox inbox;
    private final Interpreter interpreter;
    private final Operations operations;
    private final SubmittedAnswers submitted;
    private final Outbox outbox;
    private final StoredActions actions;
    private final ActionVerbs verbs;
    private final Homes homes;
    private final TransactionTemplate transaction;
    private final List<ChatPlatform> platforms;
    private final Interactions interactions;

    Responder(
            Inbox inbox,
            Interpreter interpreter,
            Operations operations,
            SubmittedAnswers submitted,
            Outbox outbox,
            StoredActions actions,
            ActionVerbs verbs,
            Homes homes,
            TransactionTemplate transaction,
            List<ChatPlatform> platforms,
            Interactions interactions) {
        this.inbox = inbox;
        this.interpreter = interpreter;
        this.operations = operations;
        this.submitted = submitted;
        this.outbox = outbox;
        this.actions = actions;
        this.verbs = verbs;
        this.homes = homes;
        this.transaction = transaction;
        this.platforms = List.copyOf(platforms);
        this.interactions = interactions;
    }

    /** Answers a claimed delivery; whatever goes wrong, the person is told. */
    void respond(Inbox.Row row) {
        try {
            if (row.attempts() > MOST_ATTEMPTS) {
                throw new IllegalStateException("given up after " + MOST_ATTEMPTS + " attempts");
            }
            Outcome outcome = commit(row, interpreter.interpret(row.delivery()));
            interactions.count(row.delivery(), outcome);
        } catch (RuntimeException e) {
            LOG.error("delivery {} failed", row.key(), e);
            commit(row, surprise(row));
            interactions.count(row.delivery(), Interactions.FAILED);
        }
    }

    private static Outcome surprise(Inbox.Row row) {
        return new Outcome.Answer(Message.text(Tone.BAD, text("error.unexpected", "reference", row.correlation())));
    }

    /** What came of it in the end. */
    private Outcome commit(Inbox.Row row, Outcome found) {
        Outcome outcome = secretly(row, found);
        Outcome applied = transaction.execute(status -> {
            if (!inbox.finish(row)) {
                return outcome;
            }
            Outcome last = apply(row, outcome);
            homes.refresh(row.delivery().from());
            return last;
        });
        return Objects.requireNonNull(applied);
    }

    /** Says which outcome it was in the end: work decides on one of its own. */
    private Outcome apply(Inbox.Row row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answer(Message message) -> reply(row, message);
            case Outcome.Refuse(Message message) -> reply(row, message);
            case Outcome.Misfit misfit -> throw new IllegalStateException("nobody knows the command of " + misfit);
            case Outcome.Replace(Message message) -> replace(row, message);
            case Outcome.Submit submit ->
                reply(
                        row,
                        submitted.answer(
                                submit.operation(),
                                operations.submit(
                                        submit.operation(), row.delivery().from())));
            case Outcome.Decide decide -> {
                return apply(row, decide.work().get());
            }
            case Outcome.ShowHome _ -> homes.show(row.delivery().from());
            case Outcome.Whisper _, Outcome.HandOver _, Outcome.Silent _ -> LOG.debug("nothing to store as an answer");
        }
        return outcome;
    }

    private void reply(Inbox.Row row, Message message) {
        outbox.send("reply:" + row.key(), replyTo(row), message);
    }

    private void replace(Inbox.Row row, Message message) {
        Delivery delivery = row.delivery();
        clicked(delivery)
                .ifPresentOrElse(
                        ref -> outbox.send(
                                "reply:" + row.key(),
                                new Destination.Replacement(delivery.from(), delivery.handle(), ref),
                                message),
                        () -> reply(row, message));
    }

    private static Optional<MessageRef> clicked(Delivery delivery) {
        @Nullable
        MessageRef ref = switch (delivery.content()) {
            case Delivery.Words _, Delivery.Home _ -> null;
            case Delivery.Submission submission -> submission.ref();
            case Delivery.Click click -> click.ref();
        };
        return Optional.ofNullable(ref);
    }

    /** Brings a secret to its reader past every table; what is left to say afterwards. */
    private Outcome secretly(Inbox.Row row, Outcome found) {
        return switch (found) {
            case Outcome.Whisper(Supplier<Message> secret, Runnable shown) -> whisper(row, secret.get(), shown);
            case Outcome.HandOver(Supplier<Message> secret) -> handOver(row, secret.get());
            case Outcome.Answer _,
                    Outcome.Replace _,
                    Outcome.Refuse _,
                    Outcome.Misfit _,
                    Outcome.Submit _,
                    Outcome.Decide _,
                    Outcome.ShowHome _,
                    Outcome.Silent _ -> found;
        };
    }

    private Outcome whisper(Inbox.Row row, Message secret, Runnable shown) {
        if (!(platformOf(row).whisper(replyTo(row), secret, actions) instanceof Sent.Delivered)) {
            return Outcome.refuse("whisper.failed");
        }
        shown.run();
        return new Outcome.Silent();
    }

    private Outcome handOver(Inbox.Row row, Message secret) {
        var reader = new Destination.Direct(row.delivery().from());
        Attempt attempt = row.attempts() > 1 ? Attempt.again("hand:" + row.key()) : Attempt.first("hand:" + row.key());
        return switch (platformOf(row).handOver(reader, secret, actions, attempt)) {
            case Sent.Delivered _ -> new Outcome.Answer(Message.text(Tone.GOOD, text("hand-over.done")));
            case Sent.Later _ -> Outcome.refuse("hand-over.later");
            case Sent.Undeliverable _ -> Outcome.refuse("hand-over.failed");
        };
    }

    private ChatPlatform platformOf(Inbox.Row row) {
        String name = row.delivery().from().platform();
        return platforms.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no platform " + name));
    }

    private Destination.Reply replyTo(Inbox.Row row) {
        Delivery delivery = row.delivery();
        return new Destination.Reply(delivery.from(), delivery.handle(), announced(delivery.content()));
    }

    /** Whether the first response promised a private answer; the same rule as the dispatcher's. */
    private boolean announced(Delivery.Content content) {
        return switch (content) {
            case Delivery.Words _, Delivery.Home _ -> true;
            case Delivery.Submission submission -> isPrivate(submission.form());
            case Delivery.Click click -> isPrivate(click.action());
        };
    }

    private boolean isPrivate(String id) {
        return verbs.deferral(id) instanceof FirstResponse.DeferPrivate;
    }
}
