package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages in channels and direct messages, which the bot may edit for days. */
final class Posts {
    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);
    private static final int MOST_CHANNELS = 10_000;

    private final SentBefore before;
    private final Map<String, String> directChannels = new ConcurrentHashMap<>();

    Posts(SentBefore before) {
        this.before = before;
    }

    /** Posts every page; the first one is what is edited later. */
    Sent toChannel(JDA jda, String channel, Rendered message, String nonce) {
        return each(jda, channel, Draft.posts(message), nonce);
    }

    /** Posts every page as a reply to a message, or on its own when that one was deleted. */
    Sent under(JDA jda, MessageRef parent, Rendered message, String nonce) {
        List<Draft> replies = Draft.posts(message).stream()
                .map(page -> page.replyTo(parent.message()))
                .toList();
        return each(jda, parent.channel(), replies, nonce);
    }

    private Sent each(JDA jda, String channel, List<Draft> pages, String nonce) {
        @Nullable Sent first = null;
        for (int page = 0; page < pages.size(); page++) {
            Sent sent = once(jda, channel, pages.get(page), Nonces.of(nonce, page));
            if (!(sent instanceof Sent.Delivered)) {
                return sent;
            }
            first = first == null ? sent : first;
        }
        return first == null ? new Sent.Undeliverable("a message without pages") : first;
    }

    /** Posts into the direct messages of a person, who may not take any. */
    Sent toPerson(JDA jda, String user, Rendered message, String nonce) {
        String known = directChannels.get(user);
        if (known != null) {
            return toChannel(jda, known, message, nonce);
        }
        DataObject recipient = DataObject.empty().put("recipient_id", user);
        Answer answer = Calls.call(jda, Route.Self.CREATE_PRIVATE_CHANNEL.compile(), recipient);
        if (!(answer instanceof Answer.Done(DataObject channel)) || channel.isNull("id")) {
            return Answers.sent(answer, user);
        }
        if (directChannels.size() < MOST_CHANNELS) {
            directChannels.put(user, channel.getString("id"));
        }
        return toChannel(jda, channel.getString("id"), message, nonce);
    }

    private Sent once(JDA jda, String channel, Draft page, String nonce) {
        return before.find(nonce).<Sent>map(Sent.Delivered::new).orElseGet(() -> {
            Draft draft = page.once(nonce);
            Answer answer = Calls.call(jda, Route.Messages.SEND_MESSAGE.compile(channel), draft.json(), draft.files());
            Sent sent = Answers.sent(answer, channel);
            if (sent instanceof Sent.Delivered delivered) {
                before.remember(nonce, delivered.ref());
            }
            return sent;
        });
    }

    /** Replaces a message; one that Discord lets nobody edit any more is posted anew. */
    Sent edit(JDA jda, MessageRef ref, Rendered message) {
        Draft edit = Draft.edit(message);
        var route = Route.Messages.EDIT_MESSAGE.compile(ref.channel(), ref.message());
        Answer answer = Calls.call(jda, route, edit.json(), edit.files());
        return answer instanceof Answer.Refused(int code, String _) && code == OldEdits.CODE
                ? anew(jda, ref, message)
                : Answers.sent(answer, ref.channel());
    }

    private Sent anew(JDA jda, MessageRef old, Rendered message) {
        Sent sent = toChannel(jda, old.channel(), message, "again:" + old.message());
        if (sent instanceof Sent.Delivered) {
            remove(jda, old);
        }
        return sent;
    }

    /** Takes the outdated copy away; the new one is there already. */
    private static void remove(JDA jda, MessageRef old) {
        var route = Route.Messages.DELETE_MESSAGE.compile(old.channel(), old.message());
        if (Calls.call(jda, route, null) instanceof Answer.Refused(int _, String why)) {
            LOG.info("an outdated message stays: {}", why);
        }
    }
}
