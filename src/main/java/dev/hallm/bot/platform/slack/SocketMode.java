package dev.hallm.bot.platform.slack;

import dev.hallm.bot.command.Acknowledgements;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one connection of Socket Mode open, whatever Slack or the way to it does. The library's own keeper stops for good
 * when Slack refuses a new address once, closes the old connection before the new one is open, and acknowledges by
 * whichever is current; so only its parts are used.
 */
final class SocketMode implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LASTING = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final SlackState state;
    private final SlackApi api;
    private final Inbound inbound;
    private final Acknowledgements acknowledgements;
    private final JsonMapper json;
    private final BlockingQueue<SocketSession> ended = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private volatile @Nullable Thread keeper;
    private volatile @Nullable SocketSession current;

    SocketMode(SlackState state, SlackApi api, Inbound inbound, Acknowledgements acknowledgements, JsonMapper json) {
        this.state = state;
        this.api = api;
        this.inbound = inbound;
        this.acknowledgements = acknowledgements;
        this.json = json;
    }

    @Override
    public void start() {
        if (state.isConfigured() && state.hasBotToken() && state.usesSocket()) {
            running = true;
            keeper = Thread.ofPlatform().daemon().name("slack-socket").start(this::keep);
        }
    }

    private void keep() {
        try {
            Duration pause = FIRST_PAUSE;
            while (running) {
                if (connect() && lasts()) {
                    pause = FIRST_PAUSE;
                } else {
                    Thread.sleep(pause);
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("Socket Mode ends");
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Opens a new connection, then lets the old one end. */
    private boolean connect() throws InterruptedException {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            state.socketIs(isOpen());
            return false;
        }
        SocketSession session = new SocketSession(address.get(), inbound, acknowledgements, json, ended::add);
        if (!session.open()) {
            LOG.warn("the connection of Socket Mode could not be opened");
            session.retire(Duration.ZERO);
            state.socketIs(isOpen());
            return false;
        }
        SocketSession old = current;
        current = session;
        state.socketIs(true);
        LOG.info("Socket Mode is connected");
        if (old != null) {
            retireLater(old);
        }
        return true;
    }

    private boolean isOpen() {
        SocketSession session = current;
        return session != null && session.isOpen();
    }

    private Optional<URI> address() {
        return switch (api.openConnection()) {
            case SlackAnswer.Ok ok -> uri(ok.string("url"));
            case SlackAnswer.Failure failure -> {
                LOG.warn("Slack opens no connection for Socket Mode: {}", failure);
                yield Optional.empty();
            }
        };
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(new URI(address)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException _) {
            LOG.warn("Slack gave no address for Socket Mode");
            return Optional.empty();
        }
    }

    /** Waits until the current connection is to be replaced or is gone; one that did not last is no success. */
    private boolean lasts() throws InterruptedException {
        long start = System.nanoTime();
        SocketSession end = ended.take();
        while (end != current) {
            end = ended.take();
        }
        if (!end.isOpen()) {
            state.socketIs(false);
            LOG.warn("the connection of Socket Mode was lost");
        }
        return System.nanoTime() - start > LASTING.toNanos();
    }

    private static void retireLater(SocketSession old) {
        Thread.ofPlatform().daemon().name("slack-socket-end").start(() -> {
            try {
                old.retire(LONGEST_END);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        Thread last = keeper;
        if (last != null) {
            last.interrupt();
        }
        SocketSession session = current;
        if (session != null) {
            end(session);
        }
        state.socketIs(false);
    }

    private static void end(SocketSession session) {
        try {
            session.retire(LONGEST_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
