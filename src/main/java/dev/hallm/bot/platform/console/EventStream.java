package dev.hallm.bot.platform.console;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page: a queue and the thread that empties it, so that a slow reader never holds up the sender. */
final class EventStream implements Runnable {
    private static final long HEARTBEAT_SECONDS = 15;
    private static final int WAITING = 1_000;

    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>(WAITING);
    private final SseEmitter emitter;
    private final ConsolePerson person;
    private final Conversation conversation;

    EventStream(SseEmitter emitter, ConsolePerson person, Conversation conversation) {
        this.emitter = emitter;
        this.person = person;
        this.conversation = conversation;
    }

    boolean shows(Conversation other) {
        return conversation.equals(other);
    }

    boolean mayKnow(Conversation other) {
        return person.sees(other);
    }

    /** Queues an event; a reader that left a thousand unread is cut off and comes back by itself. */
    void send(Event event) {
        if (!queue.offer(event)) {
            emitter.complete();
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                write(queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS));
            }
        } catch (IOException | IllegalStateException _) {
            emitter.complete(); // the reader is gone
        } catch (InterruptedException _) {
            emitter.complete();
            Thread.currentThread().interrupt();
        }
    }

    private void write(@Nullable Event event) throws IOException {
        if (event == null) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else {
            emitter.send(SseEmitter.event().id(event.id()).name(event.name()).data(lines(event.data())));
        }
    }

    /** Readers take one space after each {@code data:} away, which would be the first of an indented line. */
    private static String lines(String data) {
        return " " + data.replace("\n", "\n ");
    }

    /** One server-sent event; its id is the number of the change that it tells. */
    record Event(String id, String name, String data) {}
}
