package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.operation.Operation.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A request in the approvers' channel: what is asked, by whom, and the buttons; two lines once decided. */
@Component
public class RequestCard implements CardSource {
    /** The kind of its subjects. */
    public static final String KIND = "request";

    private static final int LONGEST_WHY = 200;

    private final Approvals approvals;
    private final People people;
    private final FreeCapacity free;
    private final RequestTalk talk;
    private final RequestButtons buttons;

    RequestCard(Approvals approvals, People people, FreeCapacity free, RequestTalk talk, RequestButtons buttons) {
        this.approvals = approvals;
        this.people = people;
        this.free = free;
        this.talk = talk;
        this.buttons = buttons;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> render(String id) {
        return approvals.find(id).map(request -> switch (request.state()) {
            case PENDING -> pending(request);
            case APPROVED -> decided(request, Tone.GOOD);
            case DENIED, EXPIRED, WITHDRAWN -> decided(request, Tone.NEUTRAL);
        });
    }

    private Message pending(Request request) {
        var p = RequestWords.provision(request.operation());
        String fallback = text(
                "request.fallback",
                "requester",
                people.name(request.requester()),
                "tenant",
                p.tenant(),
                "owner",
                people.name(request.owner()),
                "size",
                RequestWords.size(p),
                "needed",
                request.needed() - request.approvals(),
                "voters",
                request.voters().word(),
                "expires",
                request.expiresAt());
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(
                text("request.title", "tenant", p.tenant(), "size", p.size().name())));
        blocks.add(Block.Text.body(
                people.named(request.requester()),
                Span.plain(" " + text("request.asks") + " "),
                people.named(request.owner())));
        addReason(blocks, p.reason());
        blocks.add(facts(request, p));
        blocks.addAll(talk.of(request));
        blocks.add(Block.Text.note(
                Span.plain(waitsFor(request) + " · " + text("request.expires") + " "),
                new Span.Time(request.expiresAt(), true)));
        blocks.add(buttons.decisions(request));
        return new Message(fallback, Tone.WARNING, blocks);
    }

    static void addReason(List<Block> blocks, String reason) {
        if (!reason.isBlank()) {
            blocks.add(new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(reason))));
        }
    }

    private Block facts(Request request, Provision p) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(text("request.size"), Amounts.size(p.size())));
        if (request.isChanged()) {
            fields.add(Field.of(text("request.lowered"), RequestWords.size(request.asked())));
        }
        fields.add(Field.of(text("request.leaves"), leaves(p)));
        fields.add(Field.of(text("request.creates"), text("request.creates.what")));
        return new Block.Fields(fields);
    }

    private String leaves(Provision p) {
        return free.fits(p.size()) ? free.after(p.size()) : text("request.leaves.nothing", "free", free.now());
    }

    private String waitsFor(Request request) {
        long missing = request.needed() - request.approvals();
        String needs = text(
                missing == 1 ? "request.needs.one" : "request.needs.more",
                "count",
                missing,
                "voters",
                request.voters().word());
        return request.approvals() == 0
                ? needs
                : text(
                                "request.progress",
                                "done",
                                request.approvals(),
                                "needed",
                                request.needed(),
                                "by",
                                voted(request))
                        + " · " + needs;
    }

    private String voted(Request request) {
        return request.votes().stream().map(vote -> people.name(vote.by())).collect(Collectors.joining(", "));
    }

    /** Two lines; the rest is a click away. */
    private Message decided(Request request, Tone tone) {
        var p = RequestWords.provision(request.operation());
        String end = RequestWords.end(request, people);
        String why = request.decidingVote()
                .filter(vote -> !vote.approves())
                .map(vote -> ": " + vote.reason())
                .orElse("");
        String fallback = text(
                "request.decided.fallback",
                "tenant",
                p.tenant(),
                "requester",
                people.name(request.requester()),
                "what",
                end + why);
        return Message.of(
                tone,
                fallback,
                Block.Text.heading(text(
                        "request.title", "tenant", p.tenant(), "size", p.size().name())),
                Block.Text.body(
                        Span.strong(end),
                        Span.plain(shortened(why) + " · "),
                        new Span.Time(Objects.requireNonNull(request.decidedAt()), true)),
                RequestButtons.details(request));
    }

    private static String shortened(String why) {
        return why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY - 1) + "…";
    }
}
