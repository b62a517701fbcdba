package dev.hallm.bot.platform.discord;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The one connection of all replicas to Discord's gateway: here while this process leads, gone the moment it does not. */
final class Gateway implements SmartLifecycle, Leadership.Follower {
    private final DiscordState state;
    private final Function<Leadership.Follower, Leadership> leaderships;
    private final Supplier<GatewaySession> sessions;
    private volatile @Nullable Leadership leadership;
    private volatile @Nullable GatewaySession session;

    Gateway(
            DiscordState state,
            Function<Leadership.Follower, Leadership> leaderships,
            Supplier<GatewaySession> sessions) {
        this.state = state;
        this.leaderships = leaderships;
        this.sessions = sessions;
    }

    /** JDA, while this process may act on it. */
    Optional<JDA> jda() {
        Leadership leader = leadership;
        GatewaySession open = session;
        return leader == null || open == null || !leader.leads() ? Optional.empty() : open.ready();
    }

    @Override
    public void won() {
        state.leads(true);
        GatewaySession opened = sessions.get();
        session = opened;
        opened.start();
    }

    @Override
    public void lost() {
        GatewaySession open = session;
        session = null;
        state.leads(false);
        if (open != null) {
            open.close();
        }
    }

    /** Begins to stand for leadership; connecting happens later and elsewhere. */
    @Override
    public void start() {
        if (!state.tokenPresent()) {
            state.problem("DISCORD_TOKEN is not set");
            return;
        }
        Leadership begun = leaderships.apply(this);
        leadership = begun;
        begun.start();
    }

    @Override
    public void stop() {
        Leadership ended = leadership;
        leadership = null;
        if (ended != null) {
            ended.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return leadership != null;
    }

    /** Ends after the outbox, which may be sending. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
