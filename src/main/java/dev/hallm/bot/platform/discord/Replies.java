package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.identity.ChatAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Private answers to interactions while Discord takes them, direct messages after that. What Discord does not guard
 * against being sent twice, a further answer to an interaction, this process remembers.
 */
final class Replies {
    /** Unknown webhook, unknown interaction, invalid webhook token: the interaction is over. */
    private static final Set<Integer> OVER = Set.of(10_015, 10_062, 50_027);

    private static final Duration SOON = Duration.ofMillis(500);

    /** The message is gone, or edited too often. */
    private static final Set<Integer> NO_EDIT = Set.of(10_008, OldEdits.CODE);

    private final Posts posts;
    private final SentBefore before;
    private final Clock clock;
    private final Unanswered unanswered;

    Replies(Posts posts, SentBefore before, Clock clock, Unanswered unanswered) {
        this.posts = posts;
        this.before = before;
        this.clock = clock;
        this.unanswered = unanswered;
    }

    Sent reply(JDA jda, Destination.Reply to, Rendered message, String nonce) {
        Optional<Handle> handle = good(to.handle());
        if (handle.isEmpty()) {
            return direct(jda, to.account(), message, nonce);
        }
        boolean kept = to.announced() || !handle.get().surface().hasMessage();
        return answer(jda, new Place(handle.get(), to.account(), kept), message, nonce);
    }

    /** In place of the clicked message: by its interaction, then as the bot, at last by a direct message. */
    Sent replace(JDA jda, Destination.Replacement to, Rendered message, String nonce) {
        Optional<Handle> handle = good(to.handle());
        if (handle.isPresent()) {
            return answer(jda, new Place(handle.get(), to.account(), true), message, nonce);
        }
        Sent edited = posts.edit(jda, to.clicked(), message);
        return edited instanceof Sent.Undeliverable ? direct(jda, to.account(), message, nonce) : edited;
    }

    private Optional<Handle> good(String handle) {
        return Handle.read(handle).filter(read -> read.isGood(clock.instant()));
    }

    /**
     * Where an answer goes.
     *
     * @param original whether it fills the interaction's original message
     */
    private record Place(Handle handle, ChatAccount account, boolean original) {}

    private Sent answer(JDA jda, Place place, Rendered message, String nonce) {
        unanswered.awaitEnd(place.handle().id());
        return place.original() ? fill(jda, place, message, nonce) : follow(jda, place, 0, message, nonce);
    }

    private Sent fill(JDA jda, Place place, Rendered message, String nonce) {
        Draft edit = Draft.edit(message);
        Handle handle = place.handle();
        var route = Route.Interactions.EDIT_FOLLOWUP.compile(handle.app(), handle.token(), "@original");
        Answer answer = Calls.call(jda, route, edit.json(), edit.files());
        if (refusedWith(answer, NO_EDIT)) {
            return follow(jda, place, 0, message, nonce);
        }
        if (refusedWith(answer, OVER)) {
            return over(jda, place, message, nonce);
        }
        Sent sent = Answers.sent(answer, handle.channel());
        boolean more = sent instanceof Sent.Delivered && message.pages().size() > 1;
        Sent rest = more ? follow(jda, place, 1, message, nonce) : sent;
        return rest instanceof Sent.Delivered ? sent : rest;
    }

    private Sent follow(JDA jda, Place place, int from, Rendered message, String nonce) {
        List<Draft> pages = Draft.posts(message);
        Sent first = new Sent.Undeliverable("a message without pages");
        for (int page = from; page < pages.size(); page++) {
            Answer answer = once(jda, place, pages.get(page), Nonces.of("answer:" + nonce, page));
            if (refusedWith(answer, OVER)) {
                return over(jda, place, message, nonce);
            }
            Sent sent = Answers.sent(answer, place.handle().channel());
            if (!(sent instanceof Sent.Delivered)) {
                return sent;
            }
            first = page == from ? sent : first;
        }
        return first;
    }

    private Answer once(JDA jda, Place place, Draft page, String key) {
        Optional<MessageRef> known = before.find(key);
        if (known.isPresent()) {
            return new Answer.Done(DataObject.empty()
                    .put("id", known.get().message())
                    .put("channel_id", known.get().channel()));
        }
        Draft draft = page.ephemeral();
        Handle handle = place.handle();
        var route = Route.Interactions.CREATE_FOLLOWUP.compile(handle.app(), handle.token());
        Answer answer = Calls.call(jda, route, draft.json(), draft.files());
        if (Answers.sent(answer, handle.channel()) instanceof Sent.Delivered delivered) {
            before.remember(key, delivered.ref());
        }
        return answer;
    }

    /** One so young is not over: its first response is still on its way, from another process. */
    private Sent over(JDA jda, Place place, Rendered message, String nonce) {
        return place.handle().isYoung(clock.instant())
                ? new Sent.Later(SOON, "the interaction has no first response yet")
                : direct(jda, place.account(), message, nonce);
    }

    private static boolean refusedWith(Answer answer, Set<Integer> codes) {
        return answer instanceof Answer.Refused(int code, String _) && codes.contains(code);
    }

    private Sent direct(JDA jda, ChatAccount account, Rendered message, String nonce) {
        return posts.toPerson(jda, account.user(), message, nonce);
    }
}
