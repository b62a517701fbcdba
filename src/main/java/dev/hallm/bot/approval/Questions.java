package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Question;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.storage.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What approvers want to know before they decide. The clock of the request goes on meanwhile. */
@Service
public class Questions {
    /** More are no longer a question but a talk, which is better held in the thread. */
    private static final int MOST = 10;

    private final QuestionRows rows;
    private final RequestRepository requests;
    private final Electorate electorate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Questions(
            QuestionRows rows,
            RequestRepository requests,
            Electorate electorate,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.electorate = electorate;
        this.events = events;
        this.clock = clock;
    }

    /** What came of a question or an answer. */
    public sealed interface Result {
        /** It is there; the request as it is now. */
        record Told(Request request) implements Result {}

        /** The request was decided, or its time is over. */
        record Closed(Request request) implements Result {}

        /** The person may not vote, so has nothing to ask. */
        record NotAVoter(Request request) implements Result {}

        /** It is the person's own request. */
        record OwnRequest(Request request) implements Result {}

        /** There are ten already. */
        record TooMany(Request request) implements Result {}

        /** The question has its answer. */
        record Answered(Request request) implements Result {}

        /** The question is for somebody else. */
        record NotAsked(Request request) implements Result {}

        /** No such request or question. */
        record Unknown() implements Result {}
    }

    /** Asks the requester. */
    @Transactional
    public Result ask(String id, Person by, String text) {
        Optional<Request> found = requests.find(id);
        return found.isEmpty() ? new Result.Unknown() : ask(found.get(), by, text);
    }

    private Result ask(Request request, Person by, String text) {
        Instant now = clock.instant();
        if (!by.has(request.voters())) {
            return new Result.NotAVoter(request);
        }
        if (electorate.isOwn(request, new Vote(by.account(), true, "", now, by.accounts()))) {
            return new Result.OwnRequest(request);
        }
        if (!request.isOpenAt(now)) {
            return new Result.Closed(request);
        }
        if (request.questions().size() >= MOST) {
            return new Result.TooMany(request);
        }
        var question = new Question(Ids.unique(), by.account(), text, now, null);
        rows.insert(request.id(), question);
        Request asked = requests.find(request.id()).orElseThrow();
        events.publishEvent(new RequestEvent.Asked(asked, question));
        return new Result.Told(asked);
    }

    /** Gives the one answer to a question, from any account of the requester. */
    @Transactional
    public Result answer(String question, Person by, String text) {
        Optional<Request> found = rows.requestOf(question).flatMap(requests::find);
        return found.isEmpty() ? new Result.Unknown() : answer(found.get(), question, by, text);
    }

    private Result answer(Request request, String question, Person by, String text) {
        Instant now = clock.instant();
        if (!by.is(request.requester())) {
            return new Result.NotAsked(request);
        }
        if (!request.isOpenAt(now)) {
            return new Result.Closed(request);
        }
        if (!rows.answer(question, text, now)) {
            return new Result.Answered(request);
        }
        Request answered = requests.find(request.id()).orElseThrow();
        events.publishEvent(
                new RequestEvent.Answered(answered, answered.question(question).orElseThrow()));
        return new Result.Told(answered);
    }

    /** The request that a question is about. */
    public Optional<Request> about(String question) {
        return rows.requestOf(question).flatMap(requests::find);
    }
}
