package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.approval.RequestEvent;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Posts requests to the approvers and tells requesters what became of theirs. */
@Component
class RequestPosts {
    private final Outbox outbox;
    private final Channels channels;
    private final People people;

    RequestPosts(Outbox outbox, Channels channels, People people) {
        this.outbox = outbox;
        this.channels = channels;
        this.people = people;
    }

    @EventListener
    void on(RequestEvent event) {
        Subject subject = new Subject(RequestCard.KIND, event.request().id());
        switch (event) {
            case RequestEvent.Opened opened -> post(subject);
            case RequestEvent.Voted voted -> outbox.refresh(subject, Urgency.PROGRESS);
            case RequestEvent.Decided decided -> {
                outbox.refresh(subject, Urgency.FINAL);
                tellRequester(decided.request());
            }
        }
    }

    private void post(Subject subject) {
        for (Destination.Channel channel : channels.of(Purpose.APPROVALS)) {
            outbox.postCard(subject + "@" + channel.platform(), channel, subject);
        }
    }

    private void tellRequester(Request request) {
        outbox.send("decided:" + request.id(), new Destination.Direct(request.requester()), verdict(request));
    }

    private Message verdict(Request request) {
        String by = request.decidingVote().map(vote -> people.name(vote.by())).orElse("");
        String tenant = request.operation().tenant().value();
        return switch (request.state()) {
            case APPROVED -> Message.text(Tone.GOOD, text("verdict.approved", "tenant", tenant, "by", by));
            case DENIED -> denied(request, text("verdict.denied", "tenant", tenant, "by", by));
            case EXPIRED -> Message.text(Tone.NEUTRAL, text("verdict.expired", "tenant", tenant));
            case PENDING -> throw new IllegalArgumentException("not decided: " + request.id());
        };
    }

    private static Message denied(Request request, String line) {
        String reason = request.decidingVote().map(Vote::reason).orElse("");
        return Message.of(
                Tone.BAD,
                line + ": " + reason,
                Block.Text.body(Span.plain(line)),
                new Block.Text(Block.Text.Style.QUOTE, java.util.List.of(Span.plain(reason))),
                Block.Text.note(Span.plain(text("verdict.denied.next"))));
    }
}
