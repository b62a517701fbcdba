package dev.hallm.bot.command.link;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what each account is sent. */
final class Letters implements Outbox {
    record Letter(String key, ChatAccount to, Message message) {}

    private final List<Letter> sent = new ArrayList<>();

    @Override
    public void send(String key, Destination to, Message message) {
        if (sent.stream().noneMatch(letter -> letter.key().equals(key))) {
            sent.add(new Letter(key, ((Destination.Direct) to).account(), message));
        }
    }

    List<Message> of(Person person) {
        return sent.stream()
                .filter(letter -> letter.to().equals(person.account()))
                .map(Letter::message)
                .toList();
    }

    @Override
    public void postCard(String key, Destination to, Subject subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refresh(Subject subject, Urgency urgency) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replyTo(Subject subject, String key, Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retry(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<State> stateOf(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean stoodIn(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Message> find(String key) {
        throw new UnsupportedOperationException();
    }
}
