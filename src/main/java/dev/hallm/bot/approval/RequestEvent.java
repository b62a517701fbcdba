package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Question;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.Operation;
import java.time.Instant;

/** What happens to requests; published in the transaction that writes it, before it commits. */
public sealed interface RequestEvent {
    Request request();

    record Opened(Request request) implements RequestEvent {}

    record Voted(Request request) implements RequestEvent {}

    /** An approver lowered it, and voted for that. */
    record Lowered(Request request, Operation from, ChatAccount by) implements RequestEvent {}

    record Decided(Request request) implements RequestEvent {}

    record Asked(Request request, Question question) implements RequestEvent {}

    record Answered(Request request, Question question) implements RequestEvent {}

    /** Approvers have let it wait; {@code due} tells one reminder from another. */
    record Reminded(Request request, Instant due) implements RequestEvent {}
}
