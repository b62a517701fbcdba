package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.MessageTexts;
import dev.hallm.bot.chat.MessageTexts.Kind;
import dev.hallm.bot.chat.MessageTexts.Letter;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Outbox.State;
import dev.hallm.bot.operation.MailAddress;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.tenant.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the welcome and waits until the owner has it; keys make a second run send nothing. */
@Component
class Welcome implements StepHandler {
    private static final Duration SOON = Duration.ofMillis(200);

    /** Time for a process that has just started to hear of the tenant's limits. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Channels channels;
    private final People people;
    private final Hosts hosts;
    private final ChatSettings chat;
    private final MessageTexts texts;
    private final AccessCard access;
    private final Tenants tenants;
    private final ObjectProvider<ChatPlatform> platforms;

    Welcome(
            Outbox outbox,
            Channels channels,
            People people,
            Hosts hosts,
            ChatSettings chat,
            MessageTexts texts,
            AccessCard access,
            Tenants tenants,
            ObjectProvider<ChatPlatform> platforms) {
        this.outbox = outbox;
        this.channels = channels;
        this.people = people;
        this.hosts = hosts;
        this.chat = chat;
        this.texts = texts;
        this.access = access;
        this.tenants = tenants;
        this.platforms = platforms;
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
        if (outbox.stateOf(key).isEmpty() && bars(welcome).isEmpty() && waited.compareTo(HEARD_WITHIN) < 0) {
            return new StepResult.RetryLater(SOON, text("welcome.limits.awaited"));
        }
        outbox.send(key, new Destination.Direct(welcome.owner()), letter(welcome));
        for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
            outbox.send(key + "@" + channel.platform(), channel, line(welcome));
        }
        mail(welcome, key);
        return switch (outbox.stateOf(key).orElse(State.WAITING)) {
            case WAITING -> new StepResult.RetryLater(SOON, text("welcome.on-its-way"));
            case DELIVERED -> {
                if (outbox.stoodIn(key)) {
                    tellOperators(welcome, key);
                }
                yield new StepResult.Done();
            }
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

    /** What the owner asked for by mail goes there too; whether it arrives holds nothing up. */
    private void mail(Step.Welcome welcome, String key) {
        @Nullable MailAddress address = welcome.mail();
        if (address == null || platforms.stream().noneMatch(p -> p.name().equals(Destination.Mail.PLATFORM))) {
            return;
        }
        Letter letter = texts.letter(Kind.WELCOME_MAIL, values(welcome));
        outbox.send(
                key + "@mail",
                new Destination.Mail(address.value()),
                new Message(letter.title(), Tone.GOOD, paragraphs(letter)));
    }

    /** Who takes no direct messages is reached by a button in the channel, which may stay unseen. */
    private void tellOperators(Step.Welcome welcome, String key) {
        String what = text("welcome.stood-in", "owner", people.name(welcome.owner()), "tenant", welcome.tenant());
        for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
            if (channel.platform().equals(welcome.owner().platform())) {
                outbox.send(key + "/operators", channel, Message.text(Tone.WARNING, what));
            }
        }
    }

    private Message letter(Step.Welcome welcome) {
        Letter letter = texts.letter(Kind.WELCOME, values(welcome));
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(letter.title()));
        blocks.add(new Block.Fields(access.addresses(welcome.tenant())));
        blocks.addAll(limits(welcome));
        blocks.addAll(paragraphs(letter));
        blocks.add(Block.Buttons.of(AccessCard.showOnce(welcome.tenant(), welcome.owner())));
        return new Message(fallback(values(welcome)), Tone.GOOD, blocks);
    }

    private static String fallback(Map<String, String> values) {
        return text(
                "welcome.fallback",
                values.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray());
    }

    /** Used and granted as bars; what was granted where the cluster does not count it. */
    private List<Block> limits(Step.Welcome welcome) {
        return bars(welcome)
                .map(bars -> List.<Block>of(Block.Text.note(Span.plain(text("welcome.limits.taken"))), bars))
                .orElseGet(
                        () -> List.of(Block.Fields.of(Field.of(text("welcome.limits"), Amounts.size(welcome.size())))));
    }

    private Optional<Block.Fields> bars(Step.Welcome welcome) {
        return tenants.find(welcome.tenant())
                .map(tenant -> QuotaBars.of(tenant.quota()))
                .filter(bars -> !bars.fields().isEmpty());
    }

    private static List<Block> paragraphs(Letter letter) {
        return letter.paragraphs().stream()
                .<Block>map(paragraph -> Block.Text.body(Span.plain(paragraph)))
                .toList();
    }

    private Message line(Step.Welcome welcome) {
        return Message.text(Tone.GOOD, texts.line(Kind.WELCOME_LINE, values(welcome)));
    }

    /** What templates may name; plain text, whatever people are called. */
    private Map<String, String> values(Step.Welcome welcome) {
        return Map.of(
                "tenant", welcome.tenant().value(),
                "owner", people.name(welcome.owner()),
                "home", hosts.homeAssistant(welcome.tenant()).toString(),
                "ollama", hosts.ollama(welcome.tenant()).toString(),
                "size", Amounts.size(welcome.size()),
                "support", chat.support());
    }
}
