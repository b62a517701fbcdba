package dev.hallm.bot.command;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.approval.RequestEvent;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the page that a platform has for each person, as a card of the account: posted once, edited from then on. */
@Component
class Homes {
    private final Outbox outbox;
    private final Identities identities;

    Homes(Outbox outbox, Identities identities) {
        this.outbox = outbox;
        this.identities = identities;
    }

    /** The person looks at it now. */
    void show(ChatAccount account) {
        Subject subject = HomeCard.subject(account);
        outbox.postCard(subject.toString(), new Destination.Home(account), subject);
        outbox.refresh(subject, Urgency.FINAL);
    }

    /** What it shows may have changed; nothing happens unless the person has opened it before. */
    void refresh(ChatAccount account) {
        outbox.refresh(HomeCard.subject(account), Urgency.PROGRESS);
    }

    /** The homes of those whom a request concerns; of the voters those listed by id, the others' at their next look. */
    @EventListener
    void on(RequestEvent event) {
        Request request = event.request();
        Stream.concat(Stream.of(request.requester(), request.owner()), identities.holders(request.voters()).stream())
                .distinct()
                .forEach(this::refresh);
    }
}
