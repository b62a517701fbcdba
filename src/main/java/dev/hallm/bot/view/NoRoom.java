package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.operation.Operation.Provision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Tells operators that somebody could not ask for a tenant because the cluster is full; once a day for each. */
@Component
public class NoRoom {
    private final Outbox outbox;
    private final Channels channels;
    private final People people;
    private final FreeCapacity free;
    private final Clock clock;

    NoRoom(Outbox outbox, Channels channels, People people, FreeCapacity free, Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.people = people;
        this.free = free;
        this.clock = clock;
    }

    /** Needs the transaction of the answer. */
    public void tellOperators(Provision wish) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String key = "no-room:" + wish.requester() + ":" + wish.size().name() + ":" + today;
        Message message = Message.text(
                Tone.WARNING,
                text(
                        "no-room.operators",
                        "who",
                        people.name(wish.requester()),
                        "tenant",
                        wish.tenant(),
                        "size",
                        wish.size().name(),
                        "free",
                        free.now()));
        for (Destination.Channel channel : channels.of(Purpose.OPERATIONS)) {
            outbox.send(key + "@" + channel.platform(), channel, message);
        }
    }
}
