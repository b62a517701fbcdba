package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Sends one claimed row; cards are made from the current state at the moment of sending. */
@Component
class RowSender {
    private static final Logger LOG = LoggerFactory.getLogger(RowSender.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final int MOST_WAITS = 250;

    /** The digest of a card that is there in a state nobody knows. */
    private static final String UNKNOWN = "";

    private final OutboxRepository rows;
    private final Outbox outbox;
    private final StoredActions actions;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Channels channels;
    private final Identities identities;
    private final Map<String, CardSource> cards;

    RowSender(
            OutboxRepository rows,
            Outbox outbox,
            StoredActions actions,
            JsonMapper json,
            TransactionTemplate transaction,
            Channels channels,
            Identities identities,
            List<CardSource> cards) {
        this.rows = rows;
        this.outbox = outbox;
        this.actions = actions;
        this.json = json;
        this.transaction = transaction;
        this.channels = channels;
        this.identities = identities;
        this.cards = cards.stream().collect(Collectors.toMap(CardSource::kind, Function.identity()));
    }

    /** Sends it; whatever the platform answers or throws is settled in the row. */
    void send(ChatPlatform platform, OutboxRow row) {
        try {
            switch (row.kind()) {
                case MESSAGE -> sendMessage(platform, row);
                case UNDER -> sendUnder(platform, row);
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
        Sent sent = platform.post(destination(row), message, actions, row.attempt());
        transaction.executeWithoutResult(_ -> {
            if (sent instanceof Sent.Undeliverable) {
                standIn(row);
            }
            settle(row, sent);
        });
    }

    /** Waits for its card to be posted first; a card that never is takes what belongs under it along. */
    private void sendUnder(ChatPlatform platform, OutboxRow row) {
        Optional<MessageRef> card = rows.postsOf(row.subject()).stream()
                .filter(ref -> ref.platform().equals(row.platform()))
                .findFirst();
        if (card.isPresent()) {
            Message message = json.readValue(row.content(), Message.class);
            settle(row, platform.post(new Destination.Under(card.get()), message, actions, row.attempt()));
        } else if (row.attempts() < MOST_WAITS) {
            rows.postpone(
                    row, WAIT.multipliedBy(1L << Math.min(row.attempts(), MOST_DOUBLINGS)), "its card comes first");
        } else {
            rows.settle(row, Outbox.State.UNDELIVERABLE, "its card was never posted");
        }
    }

    /**
     * A person whom nothing private reaches, by direct message or as an answer that came too late for its interaction,
     * gets a button in the channel of all instead.
     */
    private void standIn(OutboxRow row) {
        reader(destination(row))
                .ifPresent(reader -> StandIn.channel(channels, row.platform())
                        .ifPresent(channel -> outbox.send(
                                StandIn.keyOf(row.key()),
                                channel,
                                StandIn.of(row.key(), reader, identities.displayName(reader)))));
    }

    private static Optional<ChatAccount> reader(Destination destination) {
        return switch (destination) {
            case Destination.Direct(ChatAccount reader) -> Optional.of(reader);
            case Destination.Reply reply -> Optional.of(reply.account());
            case Destination.Replacement replacement -> Optional.of(replacement.account());
            case Destination.Channel _, Destination.Under _, Destination.Mail _, Destination.Home _ -> Optional.empty();
        };
    }

    private void postCard(ChatPlatform platform, OutboxRow row) {
        Optional<Message> card = render(row);
        if (card.isEmpty()) {
            rows.settle(row, Outbox.State.UNDELIVERABLE, "the subject is gone");
            return;
        }
        Sent sent = platform.post(destination(row), card.get(), actions, row.attempt());
        transaction.executeWithoutResult(_ -> {
            if (sent instanceof Sent.Delivered posted) {
                remember(row, posted, card.get());
            }
            settle(row, sent);
        });
    }

    /** With an edit for what changed while nobody knew where the card is; it costs nothing when nothing did. */
    private void remember(OutboxRow row, Sent.Delivered posted, Message card) {
        rows.rememberPost(row.subject(), posted.ref(), posted.earlier() ? UNKNOWN : digest(card));
        outbox.refresh(Subject.parse(row.subject()), row.urgency());
    }

    private void edit(ChatPlatform platform, OutboxRow row) {
        MessageRef ref = json.readValue(row.destination(), MessageRef.class);
        Optional<Message> card = render(row);
        if (card.isEmpty() || rows.digestOf(ref).equals(Optional.of(digest(card.get())))) {
            rows.settle(row, Outbox.State.DELIVERED, "");
            return;
        }
        Sent sent = platform.edit(ref, card.get(), actions, row.urgency());
        transaction.executeWithoutResult(_ -> {
            if (sent instanceof Sent.Delivered posted) {
                rows.rememberDigest(ref, posted.ref(), digest(card.get()));
            }
            settle(row, sent);
        });
    }

    private void settle(OutboxRow row, Sent sent) {
        switch (sent) {
            case Sent.Delivered delivered -> rows.settle(row, Outbox.State.DELIVERED, "");
            case Sent.Later later -> rows.postpone(row, later.delay(), later.why());
            case Sent.Undeliverable never -> {
                LOG.warn("message {} to {} cannot be delivered: {}", row.id(), row.platform(), never.why());
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
