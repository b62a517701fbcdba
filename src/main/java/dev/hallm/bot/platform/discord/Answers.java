package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import java.time.Duration;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord's answers mean for the core. */
final class Answers {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Missing access and missing permissions, which somebody can give; doctor says which. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(50_001, 50_013);

    private Answers() {}

    /** @param channel where it went, for answers that do not say */
    static Sent sent(Answer answer, String channel) {
        return switch (answer) {
            case Answer.Done(DataObject json)
            when json.isNull("id") -> new Sent.Later(SOON, "Discord's answer cannot be read");
            case Answer.Done(DataObject json) -> new Sent.Delivered(ref(json, channel));
            case Answer.Refused(int code, String why) ->
                NOT_ALLOWED.contains(code) ? new Sent.Later(A_MINUTE, why) : new Sent.Undeliverable(why);
            case Answer.Unclear(Duration pause, String why) -> new Sent.Later(pause, why);
        };
    }

    private static MessageRef ref(DataObject message, String channel) {
        return new MessageRef(
                DiscordSettings.PLATFORM, message.getString("channel_id", channel), message.getString("id"));
    }
}
