package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A platform that answers as the test says and otherwise delivers. Like the real ones it takes only its own
 * destinations, edits only what it has, knows a nonce again, and asks the id of every button.
 */
public final class ScriptedPlatform implements ChatPlatform {
    /** One call: the text that people would see, and the nonce of a post. */
    public record Call(String what, String text, String nonce) {}

    private final String name;
    private final Deque<Supplier<Optional<Sent>>> script = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Destination> places = new ArrayList<>();
    private final Map<String, MessageRef> byNonce = new HashMap<>();
    private final Map<MessageRef, Message> shown = new HashMap<>();

    public ScriptedPlatform(String name) {
        this.name = name;
    }

    /** The next call is answered so instead of delivered. */
    public void next(Sent answer) {
        script.add(() -> Optional.of(answer));
    }

    /** The next call throws. */
    public void nextThrows(RuntimeException failure) {
        script.add(() -> {
            throw failure;
        });
    }

    /** Something happens while the next call is under way, which then is delivered. */
    public void during(Runnable meanwhile) {
        script.add(() -> {
            meanwhile.run();
            return Optional.empty();
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
        String nonce = attempt.nonce();
        require(to.platform().equals(name), "a destination of another platform: " + to);
        calls.add(new Call("post", message.fallbackText(), nonce));
        places.add(to);
        askIds(message, actions);
        return scripted(() -> {
            MessageRef ref = byNonce.computeIfAbsent(nonce, _ -> new MessageRef(name, "c1", "m" + shown.size()));
            boolean earlier = shown.putIfAbsent(ref, message) != null;
            return new Sent.Delivered(ref, earlier);
        });
    }

    @Override
    public Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
        require(shown.containsKey(ref), "a message that was never posted: " + ref);
        calls.add(new Call("edit", message.fallbackText(), ""));
        askIds(message, actions);
        return scripted(() -> {
            shown.put(ref, message);
            return new Sent.Delivered(ref);
        });
    }

    /** The text of a secret is in no call. */
    @Override
    public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        require(to.platform().equals(name), "a destination of another platform: " + to);
        calls.add(new Call("whisper", "", ""));
        askIds(secret, actions);
        return scripted(() -> new Sent.Delivered(new MessageRef(name, "c1", "w" + calls.size())));
    }

    private Sent scripted(Supplier<Sent> delivery) {
        Optional<Sent> answer =
                script.isEmpty() ? Optional.empty() : script.remove().get();
        return answer.orElseGet(delivery);
    }

    private static void askIds(Message message, ActionIds actions) {
        for (Block block : message.blocks()) {
            if (block instanceof Block.Buttons(var buttons)) {
                buttons.forEach(button -> require(
                        actions.idOf(button.action()).startsWith(button.action().verb() + "~"),
                        "an id without its verb"));
            }
        }
    }

    private static void require(boolean allowed, String problem) {
        if (!allowed) {
            throw new AssertionError(problem);
        }
    }

    /** Every call, whatever came of it. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Where posts went, one after the other. */
    public List<Destination> places() {
        return List.copyOf(places);
    }

    /** What people see now. */
    public List<String> shown() {
        return shown.values().stream().map(Message::fallbackText).toList();
    }
}
