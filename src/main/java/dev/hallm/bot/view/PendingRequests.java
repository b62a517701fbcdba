package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Requests that wait, with the buttons of those that the reader may decide. */
@Component
public class PendingRequests {
    private static final int MOST_SHOWN = 5;
    private static final String PLACE = "place";
    private static final String LIST = "list";

    private final People people;

    PendingRequests(People people) {
        this.people = people;
    }

    public Message of(List<Request> requests, Person reader) {
        String title = text(requests.size() == 1 ? "pending.title.one" : "pending.title", "count", requests.size());
        if (requests.isEmpty()) {
            return Message.text(Tone.NEUTRAL, text("pending.none"));
        }
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(title));
        requests.stream().limit(MOST_SHOWN).forEach(request -> add(blocks, request, reader, Map.of(PLACE, LIST)));
        if (requests.size() > MOST_SHOWN) {
            blocks.add(Block.Text.note(Span.plain(text("pending.more", "count", requests.size() - MOST_SHOWN))));
        }
        String names = String.join(
                ", ",
                requests.stream().map(r -> OperationWords.what(r.operation())).toList());
        return new Message(title + ": " + names, Tone.WARNING, blocks);
    }

    /** A line for each of the first few, on a page that is brought up to date by itself. */
    public List<Block> lines(List<Request> requests, Person reader) {
        var blocks = new ArrayList<Block>();
        requests.stream().limit(MOST_SHOWN).forEach(request -> add(blocks, request, reader, Map.of()));
        if (requests.size() > MOST_SHOWN) {
            blocks.add(Block.Text.note(Span.plain(text("pending.more", "count", requests.size() - MOST_SHOWN))));
        }
        return blocks;
    }

    private void add(List<Block> blocks, Request request, Person reader, Map<String, String> place) {
        blocks.add(Block.Text.body(
                Span.strong(OperationWords.what(request.operation())),
                Span.plain(" · " + text("pending.by") + " "),
                people.named(request.requester()),
                Span.plain(", "),
                new Span.Time(request.createdAt(), true),
                Span.plain(
                        " · " + text("pending.asked", "voters", request.voters().word()) + " · "
                                + text("request.expires") + " "),
                new Span.Time(request.expiresAt(), true)));
        boolean own = reader.is(request.requester()) || reader.is(request.owner());
        if (reader.has(request.voters()) && !own) {
            blocks.add(RequestButtons.votes(request, place));
        }
        if (reader.is(request.requester())) {
            blocks.add(withdraw(request, reader, place));
        }
    }

    private static Block.Buttons withdraw(Request request, Person reader, Map<String, String> place) {
        var arguments = new HashMap<>(place);
        arguments.put("request", request.id());
        return Block.Buttons.of(Button.danger(
                text("button.withdraw"),
                text("button.withdraw") + " " + request.operation().tenant(),
                ActionRequest.of("withdraw", arguments, Clickers.only(reader.account()))));
    }

    /** What the reader asked for: what waits, and what became of the rest. */
    public Message own(List<Request> requests, Person reader) {
        List<Request> waiting = requests.stream().filter(Request::isPending).toList();
        Message message = of(waiting, reader);
        Block[] ended = requests.stream()
                .filter(request -> !request.isPending())
                .limit(MOST_SHOWN)
                .map(this::ended)
                .toArray(Block[]::new);
        return message.with(ended);
    }

    private Block ended(Request request) {
        return Block.Text.body(
                Span.strong(OperationWords.what(request.operation())),
                Span.plain(" · " + RequestWords.end(request, people) + " · "),
                new Span.Time(Objects.requireNonNull(request.decidedAt()), true));
    }

    /** What it is about now. */
    public static String sizeOf(Request request) {
        return RequestWords.size(request.operation());
    }

    /** Whether a button of this list was clicked, rather than one of a card. */
    public static boolean isFromList(ActionRequest action) {
        return LIST.equals(action.arguments().get(PLACE));
    }
}
