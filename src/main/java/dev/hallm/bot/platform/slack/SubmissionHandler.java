package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.identity.ChatAccount;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form sent back. One form is one delivery, however often its button is pressed. */
final class SubmissionHandler implements ViewSubmissionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionHandler.class);

    private final Dispatcher dispatcher;
    private final AfterAck afterAck;
    private final JsonMapper json;
    private final Clock clock;

    SubmissionHandler(Dispatcher dispatcher, AfterAck afterAck, JsonMapper json, Clock clock) {
        this.dispatcher = dispatcher;
        this.afterAck = afterAck;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        JsonNode payload = json.readTree(request.getRequestBodyAsString());
        return Senders.ofInteraction(payload)
                .filter(_ -> !payload.path("view").path("id").asString("").isEmpty())
                .map(from -> receive(payload.path("view"), from))
                .orElseGet(() -> Response.error(Answers.BAD_REQUEST));
    }

    private Response receive(JsonNode view, ChatAccount from) {
        FormContext opened = FormContext.parse(view.path("private_metadata").asString(""), json)
                .orElseGet(this::unknownContext);
        JsonNode values = view.path("state").path("values");
        var submission =
                new Delivery.Submission(view.path("callback_id").asString(""), FormValues.of(values), opened.clicked());
        String handle = opened.handle().submitted().write(json);
        var delivery = new Delivery("view:" + view.path("id").asString(""), from, handle, submission);
        return switch (dispatcher.receive(delivery)) {
            case FirstResponse.DeferPrivate _, FirstResponse.DeferUpdate _ -> Response.ok();
            case FirstResponse.TryAgain(String text) -> problem(values, text, delivery);
            case FirstResponse.Show _ -> {
                afterAck.cannotShow(delivery);
                yield Response.ok();
            }
        };
    }

    private FormContext unknownContext() {
        LOG.debug("a form does not say what opened it");
        long now = clock.instant().getEpochSecond();
        return FormContext.of(new SlackHandle(SlackHandle.Kind.HOME, null, null, null, now, false), null);
    }

    /** At the first input, which keeps everything typed; a form without inputs is answered beside it. */
    private Response problem(JsonNode values, String text, Delivery delivery) {
        return values.propertyNames().stream()
                .findFirst()
                .map(block -> Answers.problem(block, text))
                .orElseGet(() -> {
                    afterAck.say(delivery, text);
                    return Response.ok();
                });
    }
}
