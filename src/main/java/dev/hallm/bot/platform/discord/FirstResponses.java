package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one answer within 3 s: stores the delivery, then defers, opens a form, or asks to repeat. */
final class FirstResponses {
    private static final Logger LOG = LoggerFactory.getLogger(FirstResponses.class);
    private static final String DEFER_PRIVATE = "{\"type\":5,\"data\":{\"flags\":64}}";
    private static final String DEFER_UPDATE = "{\"type\":6}";
    private static final int ACKNOWLEDGED = 40_060;
    private static final int UNKNOWN_INTERACTION = 10_062;
    private static final long LONGEST_MILLIS = 2_500;

    private final Dispatcher dispatcher;
    private final DiscordRenderer renderer;
    private final DiscordRest rest;
    private final Unanswered unanswered;

    FirstResponses(Dispatcher dispatcher, DiscordRenderer renderer, DiscordRest rest, Unanswered unanswered) {
        this.dispatcher = dispatcher;
        this.renderer = renderer;
        this.rest = rest;
        this.unanswered = unanswered;
    }

    <E extends IReplyCallback & IModalCallback> void toCommand(E event, Delivery delivery) {
        switch (receive(delivery)) {
            case FirstResponse.Show(Form form) -> show(event, form, delivery, DEFER_PRIVATE);
            case FirstResponse.DeferPrivate _, FirstResponse.DeferUpdate _ -> send(event.deferReply(true), delivery);
            case FirstResponse.TryAgain(String text) -> refuse(event, text, delivery);
        }
    }

    <E extends IReplyCallback & IMessageEditCallback & IModalCallback> void toClick(E event, Delivery delivery) {
        switch (receive(delivery)) {
            case FirstResponse.Show(Form form) -> show(event, form, delivery, DEFER_UPDATE);
            case FirstResponse.DeferPrivate _ -> send(event.deferReply(true), delivery);
            case FirstResponse.DeferUpdate _ -> send(event.deferEdit(), delivery);
            case FirstResponse.TryAgain(String text) -> refuse(event, text, delivery);
        }
    }

    /** A form cannot open another one; the core offers it by a button instead. */
    <E extends ModalInteraction & IReplyCallback & IMessageEditCallback> void toForm(E event, Delivery delivery) {
        FirstResponse first = receive(delivery);
        boolean onMessage = event.getMessage() != null;
        switch (first) {
            case FirstResponse.Show _ -> {
                send(onMessage ? event.deferEdit() : event.deferReply(true), delivery);
                dispatcher.notShown(delivery);
            }
            case FirstResponse.DeferPrivate _ -> send(event.deferReply(true), delivery);
            case FirstResponse.DeferUpdate _ -> send(onMessage ? event.deferEdit() : event.deferReply(true), delivery);
            case FirstResponse.TryAgain(String text) -> refuse(event, text, delivery);
        }
    }

    private FirstResponse receive(Delivery delivery) {
        unanswered.begins(delivery.key());
        try {
            return dispatcher.receive(delivery);
        } catch (RuntimeException e) {
            unanswered.ends(delivery.key());
            throw e;
        }
    }

    private void refuse(IReplyCallback event, String text, Delivery delivery) {
        send(
                event.reply(Markdown.escape(CleanText.of(text)))
                        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                        .setEphemeral(true),
                delivery);
    }

    private void send(RestAction<?> response, Delivery delivery) {
        response.timeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS).queue(_ -> unanswered.ends(delivery.key()), failure -> {
            unanswered.ends(delivery.key());
            say(codeOf(failure), failure, delivery);
        });
    }

    private static void say(int code, Throwable failure, Delivery delivery) {
        if (code == ACKNOWLEDGED || code == UNKNOWN_INTERACTION) {
            LOG.info("interaction {} was answered before, or is over", delivery.key());
        } else {
            LOG.warn("interaction {} could not be answered at once: {} {}", delivery.key(), failure.getClass(), code);
        }
    }

    private static int codeOf(Throwable failure) {
        return failure instanceof ErrorResponseException error ? error.getErrorCode() : 0;
    }

    /**
     * Opens the form, or defers so that the core can offer it in another way. When Discord says that the interaction was
     * answered before, the form was: only the answer to it was lost.
     */
    private void show(IModalCallback event, Form form, Delivery delivery, String otherwise) {
        try {
            event.replyModal(renderer.modal(form)).submit().get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
            dispatcher.shown(delivery);
        } catch (ExecutionException e) {
            notOpened(event, Objects.requireNonNullElse(e.getCause(), e), delivery, otherwise);
        } catch (TimeoutException | RuntimeException e) {
            notOpened(event, e, delivery, otherwise);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            unanswered.ends(delivery.key());
        }
    }

    private void notOpened(Interaction event, Throwable failure, Delivery delivery, String otherwise) {
        say(codeOf(failure), failure, delivery);
        boolean open = codeOf(failure) == ACKNOWLEDGED
                || rest.respond(event.getId(), event.getToken(), otherwise).code() == ACKNOWLEDGED;
        if (open) {
            dispatcher.shown(delivery);
        } else {
            dispatcher.notShown(delivery);
        }
    }
}
