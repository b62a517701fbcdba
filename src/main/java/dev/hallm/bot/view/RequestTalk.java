package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Request.Question;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Questions about a request and their answers: on its card, in its thread, and to the one who is asked. */
@Component
class RequestTalk {
    private static final int MOST_ON_THE_CARD = 3;

    private final People people;

    RequestTalk(People people) {
        this.people = people;
    }

    /** The last few, for the card. */
    List<Block> of(Request request) {
        List<Question> all = request.questions();
        return all.stream()
                .skip(Math.max(0, all.size() - MOST_ON_THE_CARD))
                .flatMap(question -> lines(request, question))
                .toList();
    }

    /** Every one, for the details. */
    List<Block> all(Request request) {
        return request.questions().stream()
                .flatMap(question -> lines(request, question))
                .toList();
    }

    private Stream<Block> lines(Request request, Question question) {
        Block asked = Block.Text.body(
                people.named(question.by()), Span.plain(" " + text("talk.asks") + " " + question.text()));
        String answer = question.answer();
        Block answered = answer == null
                ? Block.Text.note(Span.plain(text("talk.waits", "who", people.name(request.requester()))))
                : Block.Text.body(
                        people.named(request.requester()), Span.plain(" " + text("talk.answers") + " " + answer));
        return Stream.of(asked, answered);
    }

    /** To the requester, with a button to answer. */
    Message toRequester(Request request, Question question) {
        String tenant = request.operation().tenant().value();
        String line = text(
                "talk.question", "who", people.name(question.by()), "tenant", OperationWords.what(request.operation()));
        var answer = ActionRequest.of("answer", Map.of("question", question.id()), Clickers.only(request.requester()));
        return Message.of(
                Tone.WARNING,
                line + " " + question.text(),
                Block.Text.body(Span.plain(line)),
                new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(question.text()))),
                Block.Text.note(Span.plain(text("talk.goes-on") + " "), new Span.Time(request.expiresAt(), true)),
                Block.Buttons.of(Button.primary(text("button.answer"), text("button.answer") + " " + tenant, answer)));
    }

    Message asked(Request request, Question question) {
        return line(
                people.named(question.by()),
                text("talk.asked", "who", people.name(question.by()), "to", people.name(request.requester())),
                text("talk.asked.of", "to", people.name(request.requester())),
                question.text());
    }

    /** Calls the one who wanted to know. */
    Message answered(Request request, Question question) {
        String answer = question.answer() == null ? "" : question.answer();
        String line = text("talk.answered", "who", people.name(request.requester()));
        return Message.of(
                Tone.NEUTRAL,
                line + " " + answer,
                Block.Text.body(people.called(question.by()), Span.plain(" " + line)),
                new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(answer))));
    }

    private static Message line(Span who, String fallback, String rest, String quote) {
        return Message.of(
                Tone.NEUTRAL,
                fallback + " " + quote,
                Block.Text.body(who, Span.plain(" " + rest)),
                new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(quote))));
    }
}
