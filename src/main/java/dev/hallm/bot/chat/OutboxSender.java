package dev.hallm.bot.chat;

import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.storage.DrainLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends due outbox rows, each platform's by a loop of its own, so that a slow one holds up nobody else. */
@Component
class OutboxSender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration OTHERS_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final OutboxRepository rows;
    private final RowSender rowSender;
    private final Map<String, ChatPlatform> platforms;
    private final List<PlatformSender> senders;
    private final Map<String, DrainLoop> loops = new TreeMap<>();
    private final DrainLoop others = new DrainLoop("outbox-others", OTHERS_INTERVAL, this::abandonOthers);

    OutboxSender(OutboxRepository rows, RowSender rowSender, List<ChatPlatform> platforms) {
        this.rows = rows;
        this.rowSender = rowSender;
        this.platforms = platforms.stream().collect(Collectors.toMap(ChatPlatform::name, Function.identity()));
        this.senders = platforms.stream()
                .map(platform -> new PlatformSender(platform, rows, rowSender, this::wake))
                .toList();
        senders.forEach(
                sender -> loops.put(sender.platform(), new DrainLoop("outbox-" + sender.platform(), INTERVAL, sender)));
    }

    /** New rows are there. */
    record Wake() {}

    @EventListener
    void wake(Wake event) {
        loops.values().forEach(DrainLoop::wake);
    }

    private void wake(String platform) {
        DrainLoop loop = loops.get(platform);
        if (loop != null) {
            loop.wake();
        }
    }

    @Override
    public void start() {
        others.start();
        loops.values().forEach(DrainLoop::start);
    }

    /** Lets what is being sent end, so that nobody takes its database away; waits 5 s at most for each platform. */
    @Override
    public void stop() {
        others.stop();
        loops.values().forEach(DrainLoop::stop);
        try {
            for (PlatformSender sender : senders) {
                if (!sender.awaitIdle(LONGEST_END)) {
                    LOG.warn("{} is still being written to while the process ends", sender.platform());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return others.isRunning();
    }

    /** Sends what is due, one after another, until nothing is. */
    void drain() {
        abandonOthers();
        platforms.values().forEach(this::drain);
    }

    private void drain(ChatPlatform platform) {
        List<OutboxRow> claimed = rows.claim(platform.name(), 1);
        while (!claimed.isEmpty()) {
            claimed.forEach(row -> rowSender.send(platform, row));
            claimed = rows.claim(platform.name(), 1);
        }
    }

    private void abandonOthers() {
        int abandoned = rows.abandonOthers(platforms.keySet());
        if (abandoned > 0) {
            LOG.warn("{} messages were for platforms that are not set up, and will not be sent", abandoned);
        }
    }
}
