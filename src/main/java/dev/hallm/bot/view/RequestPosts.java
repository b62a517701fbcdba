package dev.hallm.bot.view;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.Request.Question;
import dev.hallm.bot.approval.RequestEvent;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Posts requests to the approvers, talks under their cards, and tells requesters each step of theirs. */
@Component
class RequestPosts {
    private final Outbox outbox;
    private final Channels channels;
    private final RequestNews news;
    private final RequestTalk talk;

    RequestPosts(Outbox outbox, Channels channels, RequestNews news, RequestTalk talk) {
        this.outbox = outbox;
        this.channels = channels;
        this.news = news;
        this.talk = talk;
    }

    @EventListener
    void on(RequestEvent event) {
        Subject subject = new Subject(RequestCard.KIND, event.request().id());
        switch (event) {
            case RequestEvent.Opened _ -> post(subject);
            case RequestEvent.Voted(Request request) -> voted(subject, request);
            case RequestEvent.Lowered lowered ->
                outbox.replyTo(
                        subject,
                        "lowered:" + lowered.request().id() + ":"
                                + lowered.request().version(),
                        news.lowered(lowered.request(), lowered.from(), lowered.by()));
            case RequestEvent.Decided(Request request) -> decided(subject, request);
            case RequestEvent.Asked(Request request, Question question) -> asked(subject, request, question);
            case RequestEvent.Answered(Request request, Question question) -> {
                outbox.refresh(subject, Urgency.FINAL);
                outbox.replyTo(subject, "answered:" + question.id(), talk.answered(request, question));
            }
            case RequestEvent.Reminded(Request request, Instant due) ->
                remind(subject, request, request.id() + ":" + due.getEpochSecond());
        }
    }

    /** Where nobody is left to decide, those are told who can do something about that. */
    private void remind(Subject subject, Request request, String key) {
        Optional<Message> stranded = news.stranded(request);
        outbox.replyTo(subject, "remind:" + key, stranded.orElseGet(() -> news.reminder(request)));
        stranded.ifPresent(message -> {
            outbox.send("stranded:" + key, requester(request), message);
            for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
                outbox.send("stranded:" + key + "@" + channel.platform(), channel, message);
            }
        });
    }

    private void post(Subject subject) {
        for (Destination.Channel channel : channels.of(Purpose.APPROVALS)) {
            outbox.postCard(subject + "@" + channel.platform(), channel, subject);
        }
    }

    private void voted(Subject subject, Request request) {
        String key = "voted:" + request.id() + ":" + request.version();
        outbox.refresh(subject, Urgency.PROGRESS);
        outbox.send(key, requester(request), news.progress(request));
    }

    private void asked(Subject subject, Request request, Question question) {
        outbox.refresh(subject, Urgency.FINAL);
        outbox.send("asked:" + question.id(), requester(request), talk.toRequester(request, question));
        outbox.replyTo(subject, "question:" + question.id(), talk.asked(request, question));
    }

    /** Whoever withdrew it was told with the answer to that. */
    private void decided(Subject subject, Request request) {
        outbox.refresh(subject, Urgency.FINAL);
        news.verdict(request).ifPresent(verdict -> outbox.send("decided:" + request.id(), requester(request), verdict));
    }

    private static Destination requester(Request request) {
        return new Destination.Direct(request.requester());
    }
}
