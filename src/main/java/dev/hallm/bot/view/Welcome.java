package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Outbox.State;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the welcome and waits until the owner has it; keys make a second run send nothing. */
@Component
class Welcome implements StepHandler {
    private static final Duration SOON = Duration.ofMillis(200);

    private final Outbox outbox;
    private final Channels channels;
    private final People people;
    private final Hosts hosts;
    private final ChatSettings chat;

    Welcome(Outbox outbox, Channels channels, People people, Hosts hosts, ChatSettings chat) {
        this.outbox = outbox;
        this.channels = channels;
        this.people = people;
        this.hosts = hosts;
        this.chat = chat;
    }

    @Override
    public Set<Class<? extends Step>> handles() {
        return Set.of(Step.Welcome.class);
    }

    @Override
    @Transactional
    public StepResult run(Step step, OperationId operation, Duration waited) {
        Step.Welcome welcome = (Step.Welcome) step;
        String key = key(operation);
        outbox.send(key, new Destination.Direct(welcome.owner()), letter(welcome));
        for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
            outbox.send(key + "@" + channel.platform(), channel, line(welcome));
        }
        return switch (outbox.stateOf(key).orElse(State.WAITING)) {
            case WAITING -> new StepResult.RetryLater(SOON, text("welcome.on-its-way"));
            case DELIVERED -> new StepResult.Done();
            case UNDELIVERABLE ->
                new StepResult.Failed(text("welcome.undeliverable", "owner", people.name(welcome.owner())));
        };
    }

    /** The letter that did not arrive goes out again. */
    @Override
    @Transactional
    public void beforeRetry(Step step, OperationId operation) {
        outbox.retry(key(operation));
    }

    private static String key(OperationId operation) {
        return "welcome:" + operation;
    }

    private Message letter(Step.Welcome welcome) {
        var tenant = welcome.tenant();
        return Message.of(
                Tone.GOOD,
                text(
                        "welcome.fallback",
                        "tenant",
                        tenant,
                        "home",
                        hosts.homeAssistant(tenant),
                        "ollama",
                        hosts.ollama(tenant),
                        "size",
                        Amounts.size(welcome.size()),
                        "support",
                        chat.support()),
                Block.Text.heading(text("welcome.title", "tenant", tenant)),
                Block.Fields.of(
                        Field.of(
                                text("welcome.home"),
                                new Span.Link(hosts.homeAssistant(tenant).toString(), hosts.homeAssistant(tenant))),
                        Field.of(
                                text("welcome.ollama"),
                                new Span.Link(hosts.ollama(tenant).toString(), hosts.ollama(tenant))),
                        Field.of(text("welcome.limits"), Amounts.size(welcome.size()))),
                Block.Text.body(Span.plain(text("welcome.steps"))),
                Block.Text.note(Span.plain(text("welcome.help", "support", chat.support()))),
                Block.Buttons.of(AccessCard.showOnce(welcome.tenant(), welcome.owner())));
    }

    private Message line(Step.Welcome welcome) {
        String line = text("welcome.line", "tenant", welcome.tenant(), "owner", people.name(welcome.owner()));
        return Message.text(Tone.GOOD, line);
    }
}
