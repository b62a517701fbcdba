package dev.hallm.bot.chat.port;

import dev.hallm.bot.chat.message.ActionRequest;
import java.util.Optional;

/** What buttons do, by the opaque ids that they carry. */
public interface StoredActions extends ActionIds {
    /** The action of an id, empty when it is unknown or has expired. */
    Optional<ActionRequest> find(String id);
}
