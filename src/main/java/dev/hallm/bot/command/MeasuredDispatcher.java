package dev.hallm.bot.command;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.identity.ChatAccount;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The dispatcher with a stop watch beside it. */
@Component
@Primary
class MeasuredDispatcher implements Dispatcher {
    private final InboxDispatcher dispatcher;
    private final Acknowledgements acknowledgements;
    private final Interactions interactions;

    MeasuredDispatcher(InboxDispatcher dispatcher, Acknowledgements acknowledgements, Interactions interactions) {
        this.dispatcher = dispatcher;
        this.acknowledgements = acknowledgements;
        this.interactions = interactions;
    }

    @Override
    public FirstResponse receive(Delivery delivery) {
        long start = System.nanoTime();
        FirstResponse first = dispatcher.receive(delivery);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        acknowledgements.received(delivery.from().platform(), took);
        if (first instanceof FirstResponse.TryAgain) {
            interactions.count(delivery, Interactions.NOT_STORED);
        }
        return first;
    }

    @Override
    public void shown(Delivery delivery) {
        dispatcher.shown(delivery);
        interactions.count(delivery, Interactions.FORM);
    }

    @Override
    public void notShown(Delivery delivery) {
        dispatcher.notShown(delivery);
    }

    @Override
    public List<Completion> complete(ChatAccount account, String text) {
        return dispatcher.complete(account, text);
    }

    @Override
    public List<Completion> complete(ChatAccount account, String path, String argument, String typed) {
        return dispatcher.complete(account, path, argument, typed);
    }

    @Override
    public List<Entry> commandsFor(ChatAccount account) {
        return dispatcher.commandsFor(account);
    }

    @Override
    public List<Entry> commands() {
        return dispatcher.commands();
    }
}
