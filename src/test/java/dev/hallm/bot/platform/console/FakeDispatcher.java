package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import java.util.ArrayList;
import java.util.List;

/** The core as the console sees it: keeps deliveries and answers what the test says. */
final class FakeDispatcher implements Dispatcher {
    private static final Form FORM = new Form(
            "user create",
            "user create",
            "Send",
            List.of(new Form.Field("name", "Name", "", true, Form.Input.LINE, List.of(), "", null)));

    final List<Delivery> deliveries = new ArrayList<>();
    final List<Delivery> forms = new ArrayList<>();
    FirstResponse first = new FirstResponse.DeferPrivate();

    @Override
    public FirstResponse receive(Delivery delivery) {
        deliveries.add(delivery);
        return first;
    }

    @Override
    public void shown(Delivery delivery) {
        forms.add(delivery);
    }

    @Override
    public void notShown(Delivery delivery) {
        throw new AssertionError("the console always shows a form");
    }

    @Override
    public List<Completion> complete(ChatAccount account, String path, String argument, String typed) {
        throw new AssertionError("the console completes lines");
    }

    @Override
    public List<Entry> commands() {
        throw new AssertionError("the console asks for a person's commands");
    }

    @Override
    public List<Completion> complete(ChatAccount account, String text) {
        return List.of(new Completion(text + "!", account.user(), "<hint>"));
    }

    @Override
    public List<Entry> commandsFor(ChatAccount account) {
        return account.user().equals("ana") ? List.of(new Entry("user create", "Ask for one.", FORM)) : List.of();
    }

    /** A form as a first response. */
    static FirstResponse showsAForm() {
        return new FirstResponse.Show(FORM);
    }
}
