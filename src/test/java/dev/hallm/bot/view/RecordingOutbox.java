package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what would be sent; each key once, as the real one. */
final class RecordingOutbox implements Outbox {
    /** One message or the first post of a card. */
    record Row(Destination to, Optional<Message> message, Optional<Subject> card) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final List<String> standIns = new ArrayList<>();
    private final List<Subject> refreshed = new ArrayList<>();

    @Override
    public void send(String key, Destination to, Message message) {
        rows.putIfAbsent(key, new Row(to, Optional.of(message), Optional.empty()));
    }

    @Override
    public void postCard(String key, Destination to, Subject subject) {
        rows.putIfAbsent(key, new Row(to, Optional.empty(), Optional.of(subject)));
    }

    @Override
    public void refresh(Subject subject, Urgency urgency) {
        refreshed.add(subject);
    }

    @Override
    public void replyTo(Subject subject, String key, Message message) {
        rows.values().stream()
                .filter(row -> row.card().equals(Optional.of(subject)))
                .findFirst()
                .map(Row::to)
                .ifPresent(to -> send(
                        key + "@" + to.platform(),
                        new Destination.Under(
                                new MessageRef(to.platform(), ((Destination.Channel) to).id(), subject.toString())),
                        message));
    }

    @Override
    public void retry(String key) {
        states.replace(key, State.UNDELIVERABLE, State.WAITING);
    }

    @Override
    public Optional<State> stateOf(String key) {
        return rows.containsKey(key) ? Optional.of(states.getOrDefault(key, State.WAITING)) : Optional.empty();
    }

    @Override
    public boolean stoodIn(String key) {
        return standIns.contains(key);
    }

    /** A message that reached its reader through the button in a channel. */
    void standsIn(String key) {
        standIns.add(key);
        ends(key, State.DELIVERED);
    }

    @Override
    public Optional<Message> find(String key) {
        return Optional.ofNullable(rows.get(key)).flatMap(Row::message);
    }

    /** What became of a message. */
    void ends(String key, State state) {
        states.put(key, state);
    }

    Row row(String key) {
        return Optional.ofNullable(rows.get(key))
                .orElseThrow(() -> new AssertionError(key + " not in " + rows.keySet()));
    }

    Message message(String key) {
        return row(key).message().orElseThrow();
    }

    List<String> keys() {
        return List.copyOf(rows.keySet());
    }

    List<Subject> refreshed() {
        return List.copyOf(refreshed);
    }
}
