package dev.hallm.bot.cluster;

import dev.hallm.bot.cluster.Made.Thing;
import java.util.List;

/**
 * What an onboarding may take away again.
 *
 * @param onboarding what the namespace's annotation {@code hallm.dev/onboarding} says when it was made by this one
 * @param made what was not there before, empty when the onboarding ended before it could look
 */
public record Ownership(String onboarding, List<Made> made) {
    public Ownership {
        made = List.copyOf(made);
    }

    /** Whether it made this thing in the namespace of this UID. */
    public boolean covers(Thing thing, String namespace) {
        return made.contains(new Made(thing, namespace));
    }
}
