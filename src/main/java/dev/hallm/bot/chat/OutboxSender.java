package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.storage.DrainLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Sends due outbox rows; cards are made from the current state at the moment of sending. */
@Component
class OutboxSender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 50;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final OutboxRepository rows;
    private final Outbox outbox;
    private final StoredActions actions;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Map<String, ChatPlatform> platforms;
    private final Map<String, CardSource> cards;
    private final DrainLoop loop = new DrainLoop("outbox", Duration.ofSeconds(1), this::drain);

    OutboxSender(
            OutboxRepository rows,
            Outbox outbox,
            StoredActions actions,
            JsonMapper json,
            TransactionTemplate transaction,
            List<ChatPlatform> platforms,
            List<CardSource> cards) {
        this.rows = rows;
        this.outbox = outbox;
        this.actions = actions;
        this.json = json;
        this.transaction = transaction;
        this.platforms = platforms.stream().collect(Collectors.toMap(ChatPlatform::name, Function.identity()));
        this.cards = cards.stream().collect(Collectors.toMap(CardSource::kind, Function.identity()));
    }

    /** New rows are there. */
    record Wake() {}

    @EventListener
    void wake(Wake event) {
        loop.wake();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Sends what is due, until nothing is. */
    void drain() {
        List<OutboxRow> claimed = rows.claim(BATCH);
        while (!claimed.isEmpty()) {
            claimed.forEach(this::send);
            claimed = rows.claim(BATCH);
        }
    }

    private void send(OutboxRow row) {
        ChatPlatform platform = platforms.get(row.platform());
        if (platform == null) {
            rows.settle(row, Outbox.State.UNDELIVERABLE, "the platform " + row.platform() + " is not set up");
            return;
        }
        try {
            switch (row.kind()) {
                case MESSAGE -> sendMessage(platform, row);
                case CARD -> postCard(platform, row);
                case EDIT -> edit(platform, row);
            }
        } catch (RuntimeException e) {
            LOG.warn("outbox row {} to {} failed and will be tried again", row.id(), row.platform(), e);
            rows.postpone(row, backOff(row), e.getClass().getSimpleName());
        }
    }

    private void sendMessage(ChatPlatform platform, OutboxRow row) {
        Message message = json.readValue(row.content(), Message.class);
        settle(row, platform.post(destination(row), message, actions, row.key()));
    }

    private void postCard(ChatPlatform platform, OutboxRow row) {
        Optional<Message> card = render(row);
        if (card.isEmpty()) {
            rows.settle(row, Outbox.State.UNDELIVERABLE, "the subject is gone");
            return;
        }
        Sent sent = platform.post(destination(row), card.get(), actions, row.key());
        transaction.executeWithoutResult(status -> {
            if (sent instanceof Sent.Delivered(MessageRef ref)) {
                rows.rememberPost(row.subject(), ref, digest(card.get()));
            }
            settle(row, sent);
        });
        if (sent instanceof Sent.Delivered && !render(row).equals(card)) {
            transaction.executeWithoutResult(status -> outbox.refresh(Subject.parse(row.subject())));
        }
    }

    private void edit(ChatPlatform platform, OutboxRow row) {
        MessageRef ref = json.readValue(row.destination(), MessageRef.class);
        Optional<Message> card = render(row);
        if (card.isEmpty() || rows.digestOf(ref).equals(Optional.of(digest(card.get())))) {
            rows.settle(row, Outbox.State.DELIVERED, "");
            return;
        }
        Sent sent = platform.edit(ref, card.get(), actions);
        if (sent instanceof Sent.Delivered) {
            rows.rememberDigest(ref, digest(card.get()));
        }
        settle(row, sent);
    }

    private void settle(OutboxRow row, Sent sent) {
        switch (sent) {
            case Sent.Delivered delivered -> rows.settle(row, Outbox.State.DELIVERED, "");
            case Sent.Later later -> rows.postpone(row, later.delay(), later.why());
            case Sent.Undeliverable never -> {
                LOG.warn("message {} cannot be delivered: {}", row.id(), never.why());
                rows.settle(row, Outbox.State.UNDELIVERABLE, never.why());
            }
        }
    }

    private Optional<Message> render(OutboxRow row) {
        Subject subject = Subject.parse(row.subject());
        CardSource source = cards.get(subject.kind());
        return source == null ? Optional.empty() : source.render(subject.id());
    }

    private Destination destination(OutboxRow row) {
        return json.readValue(row.destination(), Destination.class);
    }

    private String digest(Message message) {
        return JdbcActions.sha256(json.writeValueAsString(message));
    }

    private static Duration backOff(OutboxRow row) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(row.attempts(), MOST_DOUBLINGS));
    }
}
