package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A request in the approvers' channel: what is asked, by whom, and the buttons; two lines once decided. */
@Component
public class RequestCard implements CardSource {
    /** The kind of its subjects. */
    public static final String KIND = "request";

    private final Approvals approvals;
    private final People people;
    private final RequestFacts facts;
    private final RequestTalk talk;

    RequestCard(Approvals approvals, People people, RequestFacts facts, RequestTalk talk) {
        this.approvals = approvals;
        this.people = people;
        this.facts = facts;
        this.talk = talk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> render(String id) {
        return approvals.find(id).map(request -> switch (request.state()) {
            case PENDING -> pending(request);
            case APPROVED -> decided(request, Tone.GOOD, "request.approved");
            case DENIED -> decided(request, Tone.NEUTRAL, "request.denied");
            case EXPIRED -> decided(request, Tone.NEUTRAL, "request.expired");
            case WITHDRAWN -> decided(request, Tone.NEUTRAL, "request.withdrawn");
        });
    }

    private Message pending(Request request) {
        Operation operation = request.operation();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(facts.title(operation)));
        blocks.add(facts.asks(request));
        addReason(blocks, operation.reason());
        blocks.add(facts.fields(operation));
        blocks.addAll(talk.of(request));
        blocks.add(Block.Text.note(
                Span.plain(waitsFor(request) + " · " + text("request.expires") + " "),
                new Span.Time(request.expiresAt(), true)));
        blocks.add(decisions(request));
        return new Message(facts.fallback(request), Tone.WARNING, blocks);
    }

    private static void addReason(List<Block> blocks, String reason) {
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

    /** All that whoever may vote can do about it, and a look at what it would create. */
    private static Block.Buttons decisions(Request request) {
        var tenant = request.operation().tenant();
        var arguments = Map.of("request", request.id());
        var buttons = new ArrayList<>(buttons(request, Map.of()).buttons());
        buttons.add(Button.of(
                text("button.ask"),
                text("button.ask") + " " + tenant,
                ActionRequest.of("ask", arguments, Clickers.holding(request.voters()))));
        if (RequestFacts.hasPreview(request.operation())) {
            buttons.add(preview(request, arguments));
        }
        return new Block.Buttons(buttons);
    }

    private static Button preview(Request request, Map<String, String> arguments) {
        return Button.of(
                text("button.preview"),
                text("button.preview") + " " + request.operation().tenant(),
                ActionRequest.of(
                        "preview",
                        arguments,
                        new Clickers(Set.of(request.requester()), Set.of(request.voters(), Role.ADMIN))));
    }

    /** Approve and deny, for whoever may vote; {@code more} is for the actions to know. */
    static Block.Buttons buttons(Request request, Map<String, String> more) {
        var tenant = request.operation().tenant();
        var clickers = Clickers.holding(request.voters());
        var arguments = new HashMap<>(more);
        arguments.put("request", request.id());
        return Block.Buttons.of(
                Button.primary(
                        text("button.approve"),
                        text("button.approve") + " " + tenant,
                        ActionRequest.of("approve", arguments, clickers)),
                Button.danger(
                        text("button.deny"),
                        text("button.deny") + " " + tenant,
                        ActionRequest.of("deny", arguments, clickers)));
    }

    private Message decided(Request request, Tone tone, String caption) {
        Optional<Vote> vote = request.decidingVote();
        String by = vote.map(v -> people.name(v.by())).orElse("");
        String line = text(caption, "by", by);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(facts.title(request.operation())));
        blocks.add(Block.Text.body(
                Span.strong(line),
                Span.plain(" · "),
                new Span.Time(java.util.Objects.requireNonNull(request.decidedAt()), true)));
        vote.filter(v -> !v.approves()).ifPresent(v -> addReason(blocks, v.reason()));
        String why = vote.filter(v -> !v.approves()).map(v -> ": " + v.reason()).orElse("");
        return new Message(facts.decided(request, line + why), tone, blocks);
    }
}
