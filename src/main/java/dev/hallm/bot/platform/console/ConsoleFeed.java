package dev.hallm.bot.platform.console;

import dev.hallm.bot.platform.console.EventStream.Event;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells every open page what was added or changed; a page that was away gets what it missed. */
@Component
@Profile("dev")
class ConsoleFeed {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Map<EventStream, Thread> streams = new ConcurrentHashMap<>();
    private final String boot = UUID.randomUUID().toString();
    private final ConsoleTranscript transcript;
    private final MessageHtml html;

    ConsoleFeed(ConsoleTranscript transcript, MessageHtml html) {
        this.transcript = transcript;
        this.html = html;
    }

    /** Changes at each start of the bot; a page of an earlier start loads itself anew. */
    String boot() {
        return boot;
    }

    /** Opens a page's stream, beginning with what changed after the change that the page saw last. */
    SseEmitter open(ConsolePerson person, Conversation conversation, long after) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        EventStream stream = new EventStream(emitter, person, conversation);
        Thread sender = Thread.ofPlatform().daemon().name("console-events").unstarted(stream);
        stream.send(new Event(Long.toString(after), "hello", boot));
        streams.put(stream, sender);
        emitter.onTimeout(emitter::complete);
        emitter.onCompletion(() -> close(stream));
        transcript.changedAfter(after).forEach(message -> tell(stream, message));
        sender.start();
        return emitter;
    }

    void publish(ConsoleMessage message) {
        streams.keySet().forEach(stream -> tell(stream, message));
    }

    int openStreams() {
        return streams.size();
    }

    /** Open streams would hold up a graceful shutdown. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        streams.keySet().forEach(this::close);
    }

    private void close(EventStream stream) {
        Thread sender = streams.remove(stream);
        if (sender != null) {
            sender.interrupt();
        }
    }

    private void tell(EventStream stream, ConsoleMessage message) {
        String id = Long.toString(message.changed());
        if (stream.shows(message.conversation())) {
            stream.send(new Event(id, "message", html.article(message)));
        } else if (message.isNews() && stream.mayKnow(message.conversation())) {
            stream.send(new Event(id, "elsewhere", MessageJson.write(news(message))));
        }
    }

    private static Map<String, String> news(ConsoleMessage message) {
        return Map.of(
                "channel", message.conversation().slug(),
                "title", message.conversation().title(),
                "message", message.id(),
                "text", message.content().fallbackText());
    }
}
