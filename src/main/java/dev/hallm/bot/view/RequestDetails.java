package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A request as it was, for whoever looks later: who, what, why, votes, questions, and what it led to. */
@Component
public class RequestDetails {
    private final People people;
    private final RequestFacts about;
    private final RequestTalk talk;
    private final Operations operations;
    private final Onboardings onboardings;

    RequestDetails(
            People people, RequestFacts about, RequestTalk talk, Operations operations, Onboardings onboardings) {
        this.people = people;
        this.about = about;
        this.talk = talk;
        this.operations = operations;
        this.onboardings = onboardings;
    }

    /** For one reader, who gets the button to the onboarding only with a role that may use it. */
    public Message of(Request request, Person reader) {
        Optional<Onboarding> onboarding = operations.startedBy(request.id()).flatMap(onboardings::find);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(about.title(request.asked())));
        blocks.add(new Block.Text(Block.Text.Style.BODY, asked(request)));
        RequestCard.addReason(blocks, request.asked().reason());
        blocks.add(facts(request));
        votes(request).ifPresent(blocks::add);
        blocks.addAll(talk.all(request));
        blocks.add(end(request));
        onboarding.map(RequestDetails::since).ifPresent(blocks::add);
        onboarding.filter(_ -> mayShow(reader)).map(RequestDetails::show).ifPresent(blocks::add);
        return new Message(fallback(request, onboarding), Tone.NEUTRAL, blocks);
    }

    private List<Span> asked(Request request) {
        var spans = new ArrayList<>(about.asks(request));
        spans.add(Span.plain(" · "));
        spans.add(new Span.Time(request.createdAt(), true));
        return spans;
    }

    private static Block facts(Request request) {
        var fields = new ArrayList<Field>();
        String size = RequestWords.size(request.asked());
        if (!size.isEmpty()) {
            fields.add(Field.of(text("request.size"), size));
        }
        if (request.isChanged()) {
            fields.add(Field.of(text("request.details.granted"), RequestWords.size(request.operation())));
        }
        fields.add(Field.of(
                text("request.details.policy"),
                text(
                        "request.details.needs",
                        "rule",
                        request.needs().rule(),
                        "count",
                        request.needed(),
                        "voters",
                        request.voters().word())));
        return new Block.Fields(fields);
    }

    private Optional<Block> votes(Request request) {
        return request.votes().isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        text("request.details.votes"),
                        List.of("Who", "Vote", "When", "Why"),
                        request.votes().stream().map(this::row).toList()));
    }

    private List<Cell> row(Vote vote) {
        return List.of(
                Cell.of(people.named(vote.by())),
                Cell.of(text(vote.approves() ? "request.details.for" : "request.details.against")),
                Cell.of(new Span.Time(vote.at(), true)),
                Cell.of(vote.reason()));
    }

    private Block end(Request request) {
        return request.decidedAt() == null
                ? Block.Text.body(
                        Span.plain(text("request.details.waits") + " "), new Span.Time(request.expiresAt(), true))
                : Block.Text.body(
                        Span.strong(RequestWords.end(request, people)),
                        Span.plain(" · "),
                        new Span.Time(request.decidedAt(), true));
    }

    private static Block since(Onboarding onboarding) {
        return Block.Text.body(Span.plain(line(onboarding)));
    }

    private static String line(Onboarding onboarding) {
        return text(
                "request.details.since",
                "now",
                OnboardingWords.now(onboarding),
                "progress",
                OnboardingWords.progress(onboarding));
    }

    private static boolean mayShow(Person reader) {
        return reader.has(Role.ADMIN) || reader.has(Role.APPROVER);
    }

    private static Block show(Onboarding onboarding) {
        String label = text("request.button.onboarding");
        return Block.Buttons.of(Button.of(
                label,
                label + " " + onboarding.tenant(),
                ActionRequest.of(
                        "onboarding-details",
                        Map.of("operation", onboarding.operation().value()),
                        Clickers.holding(Role.ADMIN, Role.APPROVER))));
    }

    private String fallback(Request request, Optional<Onboarding> onboarding) {
        String end = request.isPending()
                ? text("request.details.waits") + " " + request.expiresAt()
                : RequestWords.end(request, people);
        return about.ended(request, end)
                + onboarding.map(found -> " " + line(found)).orElse("");
    }
}
