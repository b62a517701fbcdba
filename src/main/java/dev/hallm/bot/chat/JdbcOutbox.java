package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.storage.AfterCommit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes outbox rows in the caller's transaction and wakes the sender after it. */
@Component
class JdbcOutbox implements Outbox {
    private final OutboxRepository rows;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    JdbcOutbox(OutboxRepository rows, JsonMapper json, ApplicationEventPublisher events) {
        this.rows = rows;
        this.json = json;
        this.events = events;
    }

    @Override
    public void send(String key, Destination to, Message message) {
        insert(OutboxRow.Kind.MESSAGE, key, to, "", json.writeValueAsString(message));
    }

    @Override
    public void postCard(String key, Destination to, Subject subject) {
        insert(OutboxRow.Kind.CARD, key, to, subject.toString(), "");
    }

    /** A card that is just being posted is remembered before this change or sees it: both lock its row first. */
    @Override
    public void refresh(Subject subject, Urgency urgency) {
        rows.lockCards(subject.toString());
        rows.postsOf(subject.toString()).forEach(ref -> edit(subject, ref, urgency));
    }

    @Override
    public void replyTo(Subject subject, String key, Message message) {
        String card = subject.toString();
        String content = json.writeValueAsString(message);
        rows.platformsOf(card)
                .forEach(platform ->
                        rows.insert(OutboxRow.Kind.UNDER, key + "@" + platform, platform, "", card, content));
        wake();
    }

    @Override
    public void retry(String key) {
        rows.revive(key);
        rows.revive(StandIn.keyOf(key));
        wake();
    }

    @Override
    public Optional<State> stateOf(String key) {
        Optional<State> state = rows.stateOf(key);
        return state.equals(Optional.of(State.UNDELIVERABLE))
                ? rows.stateOf(StandIn.keyOf(key)).or(() -> state)
                : state;
    }

    @Override
    public boolean stoodIn(String key) {
        return rows.stateOf(StandIn.keyOf(key)).isPresent();
    }

    @Override
    public Optional<Message> find(String key) {
        return rows.contentOf(key).map(content -> json.readValue(content, Message.class));
    }

    private void edit(Subject subject, MessageRef ref, Urgency urgency) {
        String key = "edit:" + JdbcActions.sha256(ref.platform() + ref.channel() + "/" + ref.message());
        String destination = json.writeValueAsString(ref);
        if (rows.insert(OutboxRow.Kind.EDIT, key, ref.platform(), destination, subject.toString(), "")) {
            rows.rank(key, urgency);
        } else {
            rows.renew(key, urgency);
        }
        wake();
    }

    private void insert(OutboxRow.Kind kind, String key, Destination to, String subject, String content) {
        rows.insert(
                kind, key, to.platform(), json.writerFor(Destination.class).writeValueAsString(to), subject, content);
        wake();
    }

    private void wake() {
        AfterCommit.run(() -> events.publishEvent(new OutboxSender.Wake()));
    }
}
