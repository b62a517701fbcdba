package dev.hallm.bot.platform.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A slash command becomes words; the answer comes by its {@code response_url}, wherever it was typed. */
final class CommandHandler implements SlashCommandHandler {
    private final Dispatcher dispatcher;
    private final AfterAck afterAck;
    private final JsonMapper json;
    private final Clock clock;

    CommandHandler(Dispatcher dispatcher, AfterAck afterAck, JsonMapper json, Clock clock) {
        this.dispatcher = dispatcher;
        this.afterAck = afterAck;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Response apply(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload command = request.getPayload();
        SlackHandle handle = new SlackHandle(
                SlackHandle.Kind.COMMAND,
                command.getResponseUrl(),
                command.getChannelId(),
                null,
                clock.instant().getEpochSecond(),
                false);
        return delivery(command, handle)
                .map(delivery -> receive(delivery, handle, command.getTriggerId()))
                .orElseGet(() -> Response.error(Answers.BAD_REQUEST));
    }

    private Optional<Delivery> delivery(SlashCommandPayload command, SlackHandle handle) {
        @Nullable String trigger = command.getTriggerId();
        String root = text(command.getCommand()).replaceFirst("^/", "");
        return trigger == null
                ? Optional.empty()
                : Senders.of(text(command.getTeamId()), text(command.getUserId()))
                        .map(from -> new Delivery(
                                trigger,
                                from,
                                handle.write(json),
                                new Delivery.Words(TypedText.words(text(command.getText()), root))));
    }

    private Response receive(Delivery delivery, SlackHandle handle, String trigger) {
        return switch (dispatcher.receive(delivery)) {
            case FirstResponse.DeferPrivate _, FirstResponse.DeferUpdate _ -> Response.ok();
            case FirstResponse.TryAgain(String text) -> Answers.ephemeral(text);
            case FirstResponse.Show(var form) -> {
                afterAck.open(form, trigger, FormContext.of(handle, null), delivery);
                yield Response.ok();
            }
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
