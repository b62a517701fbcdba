package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;

/** What people call what a request asks for, and what became of it. */
final class RequestWords {
    private RequestWords() {}

    /** Only what takes resources waits for approvers. */
    static Provision provision(Operation operation) {
        return switch (operation) {
            case Provision p -> p;
            case RotateCredentials r -> throw new IllegalStateException(r.kind() + " waits for no approval");
        };
    }

    /** {@code standard, 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU}. */
    static String size(Operation operation) {
        var size = provision(operation).size();
        return size.name() + ", " + Amounts.size(size);
    }

    /** How it ended: {@code ✔ Approved by Bo Lind}. */
    static String end(Request request, People people) {
        String by = request.decidingVote().map(vote -> people.name(vote.by())).orElse("");
        return switch (request.state()) {
            case APPROVED ->
                request.isChanged()
                        ? text(
                                "request.approved.less",
                                "by",
                                by,
                                "size",
                                name(request.operation()),
                                "asked",
                                name(request.asked()))
                        : text("request.approved", "by", by);
            case DENIED -> text("request.denied", "by", by);
            case EXPIRED -> text("request.expired");
            case WITHDRAWN -> text("request.withdrawn");
            case PENDING -> throw new IllegalArgumentException("waits: " + request.id());
        };
    }

    /** A sentence about what approvers changed, with a space before it; nothing when they changed nothing. */
    static String change(Request request) {
        return request.isChanged()
                ? " " + text("request.changed", "size", size(request.operation()), "asked", name(request.asked()))
                : "";
    }

    private static String name(Operation operation) {
        return provision(operation).size().name();
    }
}
