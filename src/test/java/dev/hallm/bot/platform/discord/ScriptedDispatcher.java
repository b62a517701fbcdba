package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The core as Discord sees it: keeps deliveries and answers what the test says. */
final class ScriptedDispatcher implements Dispatcher {
    static final Form FORM = new Form(
            "user create",
            "Create a tenant",
            "Send",
            List.of(
                    new Form.Field("name", "Name", "", true, Form.Input.LINE, List.of(), "", null),
                    new Form.Field("owner", "Owner", "", false, Form.Input.PERSON, List.of(), "", null)));

    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    final List<Delivery> shown = new CopyOnWriteArrayList<>();
    final List<Delivery> notShown = new CopyOnWriteArrayList<>();
    volatile FirstResponse first = new FirstResponse.DeferPrivate();
    volatile Supplier<List<Completion>> completions = List::of;
    volatile List<Entry> commands = List.of(
            new Entry("user create", "Asks for a tenant.", FORM), new Entry("help", "Says what there is.", none()));

    static Form none() {
        return new Form("help", "Help", "Send", List.of());
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
    public List<Completion> complete(ChatAccount account, String path, String argument, String typed) {
        return completions.get();
    }

    @Override
    public List<Entry> commands() {
        return commands;
    }

    @Override
    public List<Completion> complete(ChatAccount account, String text) {
        throw new AssertionError("Discord completes arguments");
    }

    @Override
    public List<Entry> commandsFor(ChatAccount account) {
        throw new AssertionError("Discord offers every command");
    }
}
