package dev.hallm.bot.platform.slack;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.platform.slack.ChannelPosts.Place;
import dev.hallm.bot.platform.slack.DirectMessages.Conversation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that only one person sees, by whatever way is still open: the interaction's {@code response_url}, which works
 * in channels that the bot is not in too, then the channel itself, then a direct message.
 */
final class PrivateAnswers {
    private final Responses responses;
    private final ChannelPosts posts;
    private final DirectMessages direct;
    private final SlackFiles files;
    private final SlackRenderer renderer;
    private final JsonMapper json;

    PrivateAnswers(
            Responses responses,
            ChannelPosts posts,
            DirectMessages direct,
            SlackFiles files,
            SlackRenderer renderer,
            JsonMapper json) {
        this.responses = responses;
        this.posts = posts;
        this.direct = direct;
        this.files = files;
        this.renderer = renderer;
        this.json = json;
    }

    Sent reply(Destination.Reply to, Message message, ActionIds actions, Attempt attempt) {
        SlackHandle handle = SlackHandle.parse(to.handle(), json);
        return switch (handle.kind()) {
            case DIRECT, HOME -> directly(to.account().user(), handle, renderer.message(message, actions), attempt);
            case COMMAND, CLICK, SUBMISSION, MENTION -> beside(to.account().user(), handle, message, actions, attempt);
        };
    }

    private Sent directly(String user, SlackHandle handle, Rendered rendered, Attempt attempt) {
        @Nullable String channel = handle.channel();
        return handle.kind() == SlackHandle.Kind.DIRECT && channel != null
                ? posts.post(new Place(channel, handle.thread()), rendered, attempt)
                : direct.post(user, rendered, attempt);
    }

    /** Files have no private place in a channel: they go ahead into the direct messages, and the answer says so. */
    private Sent beside(String user, SlackHandle handle, Message message, ActionIds actions, Attempt attempt) {
        Rendered rendered = renderer.message(message, actions);
        if (rendered.files().isEmpty()) {
            return ephemerally(user, handle, rendered, attempt);
        }
        return switch (uploadAll(user, rendered.files())) {
            case SlackAnswer.Ok _ -> withNote(user, handle, message, "slack.file.direct", rendered, actions, attempt);
            case SlackAnswer.Refused _ ->
                withNote(user, handle, message, "slack.file.refused", rendered, actions, attempt);
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }

    private SlackAnswer uploadAll(String user, List<Block.Attachment> attachments) {
        SlackAnswer answer = new SlackAnswer.Ok(Nodes.object(), "");
        for (Block.Attachment file : attachments) {
            if (answer instanceof SlackAnswer.Ok) {
                answer = switch (direct.with(user)) {
                    case Conversation.Open(Place place) -> files.upload(place, file);
                    case Conversation.Closed(SlackAnswer.Failure failure) -> failure;
                };
            }
        }
        return answer;
    }

    private Sent withNote(
            String user,
            SlackHandle handle,
            Message message,
            String caption,
            Rendered rendered,
            ActionIds actions,
            Attempt attempt) {
        String names = rendered.files().stream().map(Block.Attachment::fileName).collect(Collectors.joining(", "));
        Message noted = message.with(Block.Text.note(Span.plain(text(caption, "file", names))));
        return ephemerally(
                user, handle, new Rendered(renderer.message(noted, actions).pages(), List.of()), attempt);
    }

    private Sent ephemerally(String user, SlackHandle handle, Rendered rendered, Attempt attempt) {
        return switch (shownOnly(user, handle, rendered)) {
            case SlackAnswer.Ok _ -> new Sent.Delivered(shown(attempt.nonce()));
            case SlackAnswer.Refused _ -> direct.post(user, rendered, attempt);
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }

    /** By the {@code response_url}, else in the channel as far as the bot is there. */
    private SlackAnswer shownOnly(String user, SlackHandle handle, Rendered rendered) {
        SlackAnswer answer = responses.add(handle, rendered.pages());
        @Nullable String channel = handle.publicChannel();
        boolean inChannel = handle.kind() == SlackHandle.Kind.MENTION || handle.kind() == SlackHandle.Kind.SUBMISSION;
        return answer instanceof SlackAnswer.Refused && inChannel && channel != null
                ? showAll(new Place(channel, handle.thread()), user, rendered)
                : answer;
    }

    private SlackAnswer showAll(Place place, String user, Rendered rendered) {
        SlackAnswer first = posts.show(place, user, rendered.first());
        if (first instanceof SlackAnswer.Ok) {
            rendered.pages().stream().skip(1).forEach(page -> posts.show(place, user, page));
        }
        return first;
    }

    /** Nobody edits what only one person saw; the reference just names it. */
    private static MessageRef shown(String nonce) {
        return new MessageRef(SlackSettings.PLATFORM, "shown", nonce);
    }

    /** In place of the clicked message; beside it where it cannot be replaced, or where there are files. */
    Sent replace(Destination.Replacement to, Message message, ActionIds actions, Attempt attempt) {
        SlackHandle handle = SlackHandle.parse(to.handle(), json);
        Rendered rendered = renderer.message(message, actions);
        if (!rendered.files().isEmpty()) {
            return reply(new Destination.Reply(to.account(), to.handle(), false), message, actions, attempt);
        }
        return switch (responses.replace(handle, rendered.pages())) {
            case SlackAnswer.Ok _ -> new Sent.Delivered(to.clicked());
            case SlackAnswer.Refused _ -> editOrReply(to, handle, message, rendered, actions, attempt);
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }

    private Sent editOrReply(
            Destination.Replacement to,
            SlackHandle handle,
            Message message,
            Rendered rendered,
            ActionIds actions,
            Attempt attempt) {
        boolean stays = !handle.ephemeral() && !to.clicked().channel().equals(HomePages.CHANNEL);
        Sent edited = stays
                ? posts.edit(to.clicked(), rendered, Urgency.FINAL)
                : new Sent.Undeliverable("only its reader sees it");
        return edited instanceof Sent.Undeliverable
                ? reply(new Destination.Reply(to.account(), to.handle(), false), message, actions, attempt)
                : edited;
    }

    /** Files first: that they are there is all that matters, and a message about them alone would promise too much. */
    Sent handOver(String user, Rendered secret, Attempt attempt) {
        return switch (uploadAll(user, secret.files())) {
            case SlackAnswer.Ok _ -> direct.post(user, new Rendered(secret.pages(), List.of()), attempt);
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }

    /** A secret: shown, never kept, so not by direct message and not as a file. */
    Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        SlackHandle handle = SlackHandle.parse(to.handle(), json);
        Rendered rendered = renderer.message(secret, actions);
        if (!rendered.files().isEmpty()) {
            return new Sent.Undeliverable("a secret that is a file");
        }
        SlackAnswer answer = responses.add(handle, rendered.pages());
        @Nullable String channel = handle.publicChannel();
        if (answer instanceof SlackAnswer.Refused && channel != null) {
            answer = showAll(new Place(channel, handle.thread()), to.account().user(), rendered);
        }
        return switch (answer) {
            case SlackAnswer.Ok _ -> new Sent.Delivered(shown("secret"));
            case SlackAnswer.Failure failure -> Unsent.because(failure);
        };
    }
}
