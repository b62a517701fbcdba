package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.ClusterHealth;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Adds to an answer how old what it shows is, when Kubernetes is away. */
@Component
public class Notices {
    private static final Duration WORTH_SAYING = Duration.ofSeconds(4);

    private final ClusterHealth health;

    Notices(ClusterHealth health) {
        this.health = health;
    }

    /** The message, with the age of its facts where that matters. */
    public Message withAge(Message message) {
        if (!health.synced()) {
            return noted(message, text("notice.not-synced"));
        }
        Duration age = health.staleness();
        return age.compareTo(WORTH_SAYING) < 0
                ? message
                : noted(message, text("notice.stale", "age", Durations.text(age)));
    }

    private static Message noted(Message message, String note) {
        return new Message(note + " " + message.fallbackText(), message.tone(), message.blocks())
                .with(Block.Text.note(Span.plain(note)));
    }
}
