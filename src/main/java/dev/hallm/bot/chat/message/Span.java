package dev.hallm.bot.chat.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hallm.bot.identity.ChatAccount;
import java.net.URI;
import java.time.Instant;

/** A run of text; renderers escape it, so that what people typed never becomes markup, mention or link. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "span")
public sealed interface Span {
    static Span plain(String text) {
        return new Plain(text);
    }

    static Span strong(String text) {
        return new Strong(text);
    }

    static Span code(String text) {
        return new Code(text);
    }

    /** Text as it is. */
    @JsonTypeName("plain")
    record Plain(String text) implements Span {}

    /** Emphasised text. */
    @JsonTypeName("strong")
    record Strong(String text) implements Span {}

    /** Something to type or a name in the cluster. */
    @JsonTypeName("code")
    record Code(String text) implements Span {}

    /** A link that the bot itself made. */
    @JsonTypeName("link")
    record Link(String text, URI target) implements Span {}

    /** A person; {@code ping} makes the platform notify. */
    @JsonTypeName("person")
    record Who(ChatAccount account, String displayName, boolean ping) implements Span {}

    /** A moment in the reader's zone; relative ones say "2 min ago". */
    @JsonTypeName("time")
    record Time(Instant at, boolean relative) implements Span {}
}
