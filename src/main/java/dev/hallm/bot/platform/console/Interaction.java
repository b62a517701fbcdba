package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Brings what a visitor did to the core and turns the first response into a piece of the page. */
@Component
@Profile("dev")
class Interaction {
    private static final MediaType PIECE = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Dispatcher dispatcher;
    private final ConversationLog log;
    private final Clock clock;

    Interaction(Dispatcher dispatcher, ConversationLog log, Clock clock) {
        this.dispatcher = dispatcher;
        this.log = log;
        this.clock = clock;
    }

    ResponseEntity<String> bring(Act act) {
        Instant at = clock.instant();
        String handle = ConversationLog.answerId(act.key());
        var delivery = new Delivery(act.key(), act.person().account(), handle, act.content());
        return switch (dispatcher.receive(delivery)) {
            case FirstResponse.Show show -> show(show.form(), act.ref(), delivery);
            case FirstResponse.DeferPrivate _ -> answerFollows(act, at);
            case FirstResponse.DeferUpdate _ -> accepted().body("");
            case FirstResponse.TryAgain again -> problem(200, again.text());
        };
    }

    private ResponseEntity<String> show(Form form, @Nullable MessageRef ref, Delivery delivery) {
        dispatcher.shown(delivery);
        String in = ref == null ? null : ref.channel();
        String message = ref == null ? null : ref.message();
        return accepted()
                .header("HX-Retarget", "#dialogs")
                .header("HX-Reswap", "innerHTML")
                .body(DialogHtml.form(form, in, message));
    }

    private ResponseEntity<String> answerFollows(Act act, Instant at) {
        if (act.echo() != null) {
            log.said(act.person(), act.key(), act.echo(), at);
        }
        log.working(act.person(), act.key());
        ResponseEntity.BodyBuilder answer = accepted();
        if (act.ref() == null && !act.channel().equals(Conversation.PRIVATE)) {
            answer.header("HX-Redirect", SidebarHtml.address(act.person(), Conversation.PRIVATE));
        }
        return answer.body("");
    }

    private static ResponseEntity.BodyBuilder accepted() {
        return ResponseEntity.ok().contentType(PIECE).header("HX-Trigger", "console:accepted");
    }

    /** A problem told where the person typed, who keeps what was typed. */
    static ResponseEntity<String> problem(int status, String text) {
        String piece = new Html().element("p", text).toString();
        return ResponseEntity.status(status).contentType(PIECE).body(piece);
    }

    /**
     * One thing that a visitor did.
     *
     * @param channel where the visitor looks
     * @param echo how it reads in the visitor's own conversation, null for a click
     */
    record Act(
            ConsolePerson person,
            String channel,
            String key,
            Delivery.Content content,
            @Nullable String echo) {
        /** The message that it belongs to, if any. */
        @Nullable
        MessageRef ref() {
            return switch (content) {
                case Delivery.Words _, Delivery.Home _ -> null;
                case Delivery.Submission submission -> submission.ref();
                case Delivery.Click click -> click.ref();
            };
        }
    }
}
