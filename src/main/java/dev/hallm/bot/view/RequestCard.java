package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.CardSource;
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
    private final RequestFacts facts;
    private final RequestTalk talk;
    private final RequestButtons buttons;

    RequestCard(Approvals approvals, People people, RequestFacts facts, RequestTalk talk, RequestButtons buttons) {
        this.approvals = approvals;
        this.people = people;
        this.facts = facts;
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
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(facts.title(request.operation())));
        blocks.add(new Block.Text(Block.Text.Style.BODY, facts.asks(request)));
        addReason(blocks, request.operation().reason());
        blocks.add(facts.fields(request));
        blocks.addAll(talk.of(request));
        blocks.add(Block.Text.note(
                Span.plain(waitsFor(request) + " · " + text("request.expires") + " "),
                new Span.Time(request.expiresAt(), true)));
        blocks.add(buttons.decisions(request));
        return new Message(facts.fallback(request), Tone.WARNING, blocks);
    }

    static void addReason(List<Block> blocks, String reason) {
        if (!reason.isBlank()) {
            blocks.add(new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(reason))));
        }
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
        String end = RequestWords.end(request, people);
        String why = request.decidingVote()
                .filter(vote -> !vote.approves())
                .map(vote -> ": " + vote.reason())
                .orElse("");
        return Message.of(
                tone,
                facts.decided(request, end + why),
                Block.Text.heading(facts.title(request.operation())),
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
