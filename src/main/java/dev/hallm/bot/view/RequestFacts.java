package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a request's card says of the operation that is asked for, kind by kind. */
@Component
class RequestFacts {
    private final People people;
    private final FreeCapacity free;

    RequestFacts(People people, FreeCapacity free) {
        this.people = people;
        this.free = free;
    }

    String title(Operation operation) {
        return switch (operation) {
            case Provision p ->
                text("request.title", "tenant", p.tenant(), "size", p.size().name());
            case RotateCredentials r -> text("request.rotate.title", "tenant", r.tenant());
        };
    }

    /** Who asks whom for what. */
    List<Span> asks(Request request) {
        Span who = people.named(request.requester());
        Span owner = people.named(request.owner());
        return switch (request.operation()) {
            case Provision _ -> List.of(who, Span.plain(" " + text("request.asks") + " "), owner);
            case RotateCredentials r ->
                List.of(who, Span.plain(" " + text("request.rotate.asks", "tenant", r.tenant()) + " "), owner);
        };
    }

    /** What it takes and makes, or what it changes and keeps. */
    Block fields(Request request) {
        return switch (request.operation()) {
            case Provision p -> new Block.Fields(fields(request, p));
            case RotateCredentials _ ->
                Block.Fields.of(
                        Field.of(text("request.changes"), text("request.rotate.changes")),
                        Field.of(text("request.keeps"), text("request.rotate.keeps")));
        };
    }

    private List<Field> fields(Request request, Provision p) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(text("request.size"), Amounts.size(p.size())));
        if (request.isChanged()) {
            fields.add(Field.of(text("request.lowered"), RequestWords.size(request.asked())));
        }
        fields.add(Field.of(text("request.leaves"), leaves(p)));
        fields.add(Field.of(text("request.creates"), text("request.creates.what")));
        return fields;
    }

    private String leaves(Provision p) {
        return free.fits(p.size()) ? free.after(p.size()) : text("request.leaves.nothing", "free", free.now());
    }

    /** Everything that matters without the card. */
    String fallback(Request request) {
        List<Object> common = List.of(
                "requester",
                people.name(request.requester()),
                "tenant",
                request.operation().tenant(),
                "owner",
                people.name(request.owner()),
                "needed",
                request.needed() - request.approvals(),
                "voters",
                request.voters().word(),
                "expires",
                request.expiresAt());
        return switch (request.operation()) {
            case Provision p -> text("request.fallback", with(common, "size", RequestWords.size(p)));
            case RotateCredentials _ -> text("request.rotate.fallback", common.toArray());
        };
    }

    private static Object[] with(List<Object> common, Object... more) {
        return Stream.concat(common.stream(), Arrays.stream(more)).toArray();
    }

    /** The same of one that is decided. */
    String decided(Request request, String what) {
        String caption = switch (request.operation()) {
            case Provision _ -> "request.decided.fallback";
            case RotateCredentials _ -> "request.rotate.decided.fallback";
        };
        return text(
                caption,
                "tenant",
                request.operation().tenant(),
                "requester",
                people.name(request.requester()),
                "what",
                what);
    }

    /** Everything that matters of one looked at later, with how it ended. */
    String ended(Request request, String end) {
        List<Object> common = List.of(
                "tenant",
                request.operation().tenant(),
                "requester",
                people.name(request.requester()),
                "owner",
                people.name(request.owner()),
                "end",
                end);
        return switch (request.asked()) {
            case Provision p -> text("request.details.fallback", with(common, "size", RequestWords.size(p)));
            case RotateCredentials _ -> text("request.rotate.details.fallback", common.toArray());
        };
    }

    /** Whether there are objects to look at before they are made. */
    static boolean hasPreview(Operation operation) {
        return switch (operation) {
            case Provision _ -> true;
            case RotateCredentials _ -> false;
        };
    }
}
