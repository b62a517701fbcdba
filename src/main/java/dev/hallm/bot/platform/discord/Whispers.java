package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Secrets, shown once to the person of one interaction: never by direct message, which would keep them. Needs no
 * gateway, since any replica may have the delivery to answer.
 */
final class Whispers {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final DiscordRest rest;
    private final Clock clock;
    private final Unanswered unanswered;

    Whispers(DiscordRest rest, Clock clock, Unanswered unanswered) {
        this.rest = rest;
        this.clock = clock;
        this.unanswered = unanswered;
    }

    Sent whisper(Destination.Reply to, Rendered secret) {
        Optional<Handle> handle = Handle.read(to.handle()).filter(read -> read.isGood(clock.instant()));
        if (handle.isEmpty()) {
            return new Sent.Undeliverable("the interaction is over");
        }
        if (!secret.files().isEmpty()) {
            return new Sent.Undeliverable("files are not shown in passing");
        }
        unanswered.awaitEnd(handle.get().id());
        boolean kept = to.announced() || !handle.get().surface().hasMessage();
        return kept ? fill(handle.get(), secret) : follow(handle.get(), 0, secret);
    }

    private Sent fill(Handle handle, Rendered secret) {
        Sent first = sent(rest.editOriginal(handle, Draft.edit(secret).json().toString()), handle);
        boolean more = first instanceof Sent.Delivered && secret.pages().size() > 1;
        Sent last = more ? follow(handle, 1, secret) : first;
        return last instanceof Sent.Delivered ? first : last;
    }

    private Sent follow(Handle handle, int from, Rendered secret) {
        List<Draft> pages = Draft.posts(secret);
        Sent last = new Sent.Undeliverable("a message without pages");
        for (Draft page : pages.subList(from, pages.size())) {
            last = sent(rest.followUp(handle, page.ephemeral().json().toString()), handle);
            if (!(last instanceof Sent.Delivered)) {
                return last;
            }
        }
        return last;
    }

    private static Sent sent(DiscordRest.Answer answer, Handle handle) {
        String id = answer.body().path("id").asString("");
        if (answer.ok() && !id.isEmpty()) {
            return new Sent.Delivered(new MessageRef(DiscordSettings.PLATFORM, handle.channel(), id));
        }
        String why = "Discord answered " + answer.status() + " " + answer.code();
        return answer.code() > 0 ? new Sent.Undeliverable(why) : new Sent.Later(SOON, why);
    }
}
