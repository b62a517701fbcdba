package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Dispatcher;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What a first response needs of Slack itself; Slack's acknowledgement never waits for it. */
final class AfterAck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AfterAck.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final Dispatcher dispatcher;
    private final SlackApi api;
    private final PrivateAnswers answers;
    private final SlackRenderer renderer;
    private final JsonMapper json;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("slack-answer-", 0).factory());

    AfterAck(Dispatcher dispatcher, SlackApi api, PrivateAnswers answers, SlackRenderer renderer, JsonMapper json) {
        this.dispatcher = dispatcher;
        this.api = api;
        this.answers = answers;
        this.renderer = renderer;
        this.json = json;
    }

    /** Opens a form within the three seconds that its trigger lives, or lets the delivery be answered without. */
    void open(Form form, String trigger, FormContext context, Delivery delivery) {
        threads.execute(() -> {
            if (isOpened(form, trigger, context)) {
                dispatcher.shown(delivery);
            } else {
                dispatcher.notShown(delivery);
            }
        });
    }

    private boolean isOpened(Form form, String trigger, FormContext context) {
        try {
            String view = json.writeValueAsString(renderer.modal(form, json.writeValueAsString(context)));
            SlackAnswer answer = api.call("views.open", Map.of("trigger_id", trigger, "view", view));
            if (answer instanceof SlackAnswer.Failure failure) {
                LOG.info("the form {} could not be opened: {}", form.title(), failure);
            }
            return answer instanceof SlackAnswer.Ok;
        } catch (RuntimeException e) {
            LOG.warn("the form {} could not be made", form.title(), e);
            return false;
        }
    }

    /** This surface opens no forms. */
    void cannotShow(Delivery delivery) {
        threads.execute(() -> dispatcher.notShown(delivery));
    }

    /** Tells a person something about a delivery that was not stored. */
    void say(Delivery delivery, String text) {
        threads.execute(() -> {
            var to = new Destination.Reply(delivery.from(), delivery.handle(), false);
            Sent sent = answers.reply(
                    to, Message.text(Tone.WARNING, text), AfterAck::noButtons, Attempt.first(delivery.key()));
            if (!(sent instanceof Sent.Delivered)) {
                LOG.warn("a person could not be told to repeat something");
            }
        });
    }

    private static String noButtons(Object action) {
        throw new IllegalStateException("there is no button in " + action);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
