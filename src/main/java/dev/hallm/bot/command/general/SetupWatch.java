package dev.hallm.bot.command.general;

import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.doctor.Doctor;
import dev.hallm.bot.doctor.Setup;
import dev.hallm.bot.identity.ChatAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Examines the bot again every 30 s while the home of an admin shows what is left to set up, and brings those homes up to
 * date when an item changes. A home counts as looked at for 15 minutes after it was drawn.
 */
@Component
class SetupWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SetupWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration LOOKED_AT = Duration.ofMinutes(15);

    private final Doctor doctor;
    private final Setup setup;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<ChatAccount, Instant> readers = new ConcurrentHashMap<>();
    private volatile Optional<Setup.State> shown = Optional.empty();
    private volatile @Nullable ScheduledExecutorService thread;

    SetupWatch(Doctor doctor, Setup setup, Outbox outbox, Clock clock) {
        this.doctor = doctor;
        this.setup = setup;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** This admin's home shows what is left now. */
    void shownTo(ChatAccount reader) {
        readers.put(reader, clock.instant());
        shown = setup.state();
    }

    /** It shows nothing of it any more. */
    void forget(ChatAccount reader) {
        readers.remove(reader);
    }

    /** Looks again, if anybody does. */
    void look() {
        Instant oldest = clock.instant().minus(LOOKED_AT);
        readers.values().removeIf(at -> at.isBefore(oldest));
        if (readers.isEmpty()) {
            return;
        }
        doctor.examine();
        Optional<Setup.State> now = setup.state();
        if (!now.equals(shown)) {
            shown = now;
            readers.keySet()
                    .forEach(reader -> outbox.refresh(new Subject("home", reader.toString()), Urgency.PROGRESS));
        }
    }

    /** A periodic task that throws is never run again, so nothing gets out of it. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("what is left to set up could not be looked at", e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("setup").factory());
        var _ = looking.scheduleWithFixedDelay(
                this::lookSafely, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        thread = looking;
    }

    @Override
    public void stop() {
        ScheduledExecutorService looking = thread;
        thread = null;
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
