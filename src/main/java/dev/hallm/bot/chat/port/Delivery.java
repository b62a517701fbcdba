package dev.hallm.bot.chat.port;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hallm.bot.identity.ChatAccount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person did on a platform, already verified as coming from it.
 *
 * @param key unique on the platform; a second delivery with it is the same one
 * @param handle the way back for the private answer, as in {@link Destination.Reply}
 */
public record Delivery(String key, ChatAccount from, String handle, Content content) {
    /** What the person did. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    public sealed interface Content {}

    /** Words after the root command: {@code user create ana size=small}. */
    @JsonTypeName("words")
    public record Words(String text) implements Content {}

    /**
     * A form sent back.
     *
     * @param form the form's id
     * @param ref the message that it belongs to, when a button opened it
     */
    @JsonTypeName("submission")
    public record Submission(
            String form,
            Map<String, String> values,
            @Nullable MessageRef ref) implements Content {
        public Submission {
            values = Map.copyOf(values);
        }
    }

    /** They opened their {@link Destination.Home}. */
    @JsonTypeName("home")
    public record Home() implements Content {}

    /** A click on a button of a message. */
    @JsonTypeName("click")
    public record Click(String action, @Nullable MessageRef ref) implements Content {}
}
