package dev.hallm.bot.platform.discord;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this process knows of its connection to Discord, for whoever has to explain it; written by the gateway. */
class DiscordState {
    private final boolean configured;
    private final boolean tokenPresent;
    private volatile boolean leader;
    private volatile boolean connected;
    private volatile boolean tokenRefused;
    private volatile boolean guildSeen;
    private volatile boolean commandsOffered;
    private volatile @Nullable String lastError;
    private volatile @Nullable Bot self;
    private volatile Set<String> missingIntents = Set.of();

    DiscordState(boolean configured, boolean tokenPresent) {
        this.configured = configured;
        this.tokenPresent = tokenPresent;
    }

    /** The bot's own user. */
    record Bot(String id, String name) {}

    /** Whether bot-config names a guild. */
    boolean configured() {
        return configured;
    }

    boolean tokenPresent() {
        return tokenPresent;
    }

    /** Whether Discord said that the token is wrong, when it was last asked. */
    boolean tokenRefused() {
        return tokenRefused;
    }

    /** Whether this process holds the gateway; of all replicas one does. */
    boolean leader() {
        return leader;
    }

    /** Whether the gateway delivers to this process now. */
    boolean connected() {
        return connected;
    }

    /** Whether the bot is in the configured guild, known once connected. */
    boolean guildSeen() {
        return guildSeen;
    }

    /** Whether people find the bot's commands in the guild, once this process saw to it. */
    boolean commandsOffered() {
        return commandsOffered;
    }

    /** Why it is not connected, or what does not work although it is. */
    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    Optional<Bot> self() {
        return Optional.ofNullable(self);
    }

    /** Privileged intents that the application was not given; the bot works without, a role's members stay unknown. */
    Set<String> missingIntents() {
        return missingIntents;
    }

    void leads(boolean now) {
        leader = now;
        if (!now) {
            connected = false;
        }
    }

    void connected(boolean now) {
        connected = now;
    }

    /** A session began, so nothing that was wrong before is. */
    void begins() {
        tokenRefused = false;
        lastError = null;
    }

    void guildSeen(boolean seen) {
        guildSeen = seen;
    }

    /** What was wrong with them is no more. */
    void offersCommands() {
        commandsOffered = true;
        lastError = null;
    }

    void is(Bot bot) {
        self = bot;
    }

    void lacks(Set<String> intents) {
        missingIntents = Set.copyOf(intents);
    }

    void problem(String why) {
        lastError = why;
    }

    void refused(String why) {
        tokenRefused = true;
        lastError = why;
    }
}
