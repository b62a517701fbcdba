package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people can do about a request; votes carry the size that was shown, for it may be changed meanwhile. */
@Component
class RequestButtons {
    private final SmallerSizes smaller;

    RequestButtons(SmallerSizes smaller) {
        this.smaller = smaller;
    }

    /** All that whoever may vote can do about it, and a look at what it would create. */
    Block.Buttons decisions(Request request) {
        var voters = Clickers.holding(request.voters());
        var buttons = new ArrayList<>(votes(request, Map.of()).buttons());
        if (!smaller.choices(request).isEmpty()) {
            buttons.add(button(text("button.approve-less"), "approve-less", request, terms(request, Map.of()), voters));
        }
        buttons.add(button(text("button.ask"), "ask", request, Map.of("request", request.id()), voters));
        if (RequestFacts.hasPreview(request.operation())) {
            buttons.add(button(
                    text("button.preview"), "preview", request, Map.of("request", request.id()), readers(request)));
        }
        return new Block.Buttons(buttons);
    }

    /** Approve and deny, for whoever may vote; {@code more} is for the actions to know. */
    static Block.Buttons votes(Request request, Map<String, String> more) {
        var tenant = request.operation().tenant();
        var voters = Clickers.holding(request.voters());
        Map<String, String> arguments = terms(request, more);
        return Block.Buttons.of(
                Button.primary(
                        text("button.approve"),
                        text("button.approve") + " " + tenant,
                        ActionRequest.of("approve", arguments, voters)),
                Button.danger(
                        text("button.deny"),
                        text("button.deny") + " " + tenant,
                        ActionRequest.of("deny", arguments, voters)));
    }

    /** For one that is decided. */
    static Block.Buttons details(Request request) {
        return Block.Buttons.of(button(
                text("button.request-details"),
                "request-details",
                request,
                Map.of("request", request.id()),
                readers(request)));
    }

    private static Map<String, String> terms(Request request, Map<String, String> more) {
        var arguments = new HashMap<>(more);
        arguments.put("request", request.id());
        arguments.put("size", RequestWords.sizeName(request.operation()));
        return arguments;
    }

    private static Clickers readers(Request request) {
        return new Clickers(Set.of(request.requester()), roles(request));
    }

    private static Set<Role> roles(Request request) {
        return Stream.of(request.voters(), Role.APPROVER, Role.ADMIN).collect(Collectors.toUnmodifiableSet());
    }

    private static Button button(
            String label, String verb, Request request, Map<String, String> arguments, Clickers clickers) {
        return Button.of(
                label, label + " " + request.operation().tenant(), ActionRequest.of(verb, arguments, clickers));
    }
}
