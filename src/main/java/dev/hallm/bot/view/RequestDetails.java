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
    private final RequestTalk talk;
    private final Operations operations;
    private final Onboardings onboardings;

    RequestDetails(People people, RequestTalk talk, Operations operations, Onboardings onboardings) {
        this.people = people;
        this.talk = talk;
        this.operations = operations;
        this.onboardings = onboardings;
    }

    /** For one reader, who gets the button to the onboarding only with a role that may use it. */
    public Message of(Request request, Person reader) {
        var asked = RequestWords.provision(request.asked());
        Optional<Onboarding> onboarding = operations.startedBy(request.id()).flatMap(onboardings::find);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(text(
                "request.title", "tenant", asked.tenant(), "size", asked.size().name())));
        blocks.add(Block.Text.body(
                people.named(request.requester()),
                Span.plain(" " + text("request.asks") + " "),
                people.named(request.owner()),
                Span.plain(" · "),
                new Span.Time(request.createdAt(), true)));
        RequestCard.addReason(blocks, asked.reason());
        blocks.add(facts(request));
        votes(request).ifPresent(blocks::add);
        blocks.addAll(talk.all(request));
        blocks.add(end(request));
        onboarding.map(RequestDetails::since).ifPresent(blocks::add);
        onboarding.filter(_ -> mayShow(reader)).map(RequestDetails::show).ifPresent(blocks::add);
        return new Message(fallback(request, onboarding), Tone.NEUTRAL, blocks);
    }

    private static Block facts(Request request) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(text("request.size"), RequestWords.size(request.asked())));
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
        return text(
                        "request.details.fallback",
                        "tenant",
                        request.operation().tenant(),
                        "requester",
                        people.name(request.requester()),
                        "owner",
                        people.name(request.owner()),
                        "size",
                        RequestWords.size(request.asked()),
                        "end",
                        end)
                + onboarding.map(found -> " " + line(found)).orElse("");
    }
}
