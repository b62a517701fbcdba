package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;

/** What people call what a request asks for, and what became of it. */
final class RequestWords {
    private RequestWords() {}

    /** {@code standard, 4–8 CPU · 8–16 GiB · 100 GiB disk · 1 GPU}; nothing for what has no size. */
    static String size(Operation operation) {
        return switch (operation) {
            case Provision p -> p.size().name() + ", " + Amounts.size(p.size());
            case RotateCredentials _ -> "";
        };
    }

    /** The size's name; nothing for what has none. */
    static String sizeName(Operation operation) {
        return switch (operation) {
            case Provision p -> p.size().name();
            case RotateCredentials _ -> "";
        };
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
                                sizeName(request.operation()),
                                "asked",
                                sizeName(request.asked()))
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
                ? " " + text("request.changed", "size", size(request.operation()), "asked", sizeName(request.asked()))
                : "";
    }
}
