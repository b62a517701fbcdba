package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The core as Slack sees it: keeps what arrives and answers what the test says. */
final class RecordingDispatcher implements Dispatcher {
    private static final Form FORM = new Form(
            "user create",
            "user create",
            "Send",
            List.of(new Form.Field("name", "Name", "", true, Form.Input.LINE, List.of(), "", null)));

    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    final List<Delivery> shown = new CopyOnWriteArrayList<>();
    final List<Delivery> notShown = new CopyOnWriteArrayList<>();
    volatile FirstResponse first = new FirstResponse.DeferPrivate();

    static FirstResponse showsAForm() {
        return new FirstResponse.Show(FORM);
    }

    Delivery last() {
        return deliveries.getLast();
    }

    @Override
    public FirstResponse receive(Delivery delivery) {
        deliveries.add(delivery);
        return first;
    }

    @Override
    public void shown(Delivery delivery) {
        shown.add(delivery);
    }

    @Override
    public void notShown(Delivery delivery) {
        notShown.add(delivery);
    }

    @Override
    public List<Completion> complete(ChatAccount account, String text) {
        throw new AssertionError("Slack completes nothing");
    }

    @Override
    public List<Completion> complete(ChatAccount account, String path, String argument, String typed) {
        throw new AssertionError("Slack completes nothing");
    }

    @Override
    public List<Entry> commandsFor(ChatAccount account) {
        throw new AssertionError("Slack lists no commands");
    }

    @Override
    public List<Entry> commands() {
        throw new AssertionError("Slack lists no commands");
    }
}
