package dev.hallm.bot.approval;

/** What happens to requests; published in the transaction that writes it, before it commits. */
public sealed interface RequestEvent {
    Request request();

    record Opened(Request request) implements RequestEvent {}

    record Voted(Request request) implements RequestEvent {}

    record Decided(Request request) implements RequestEvent {}
}
