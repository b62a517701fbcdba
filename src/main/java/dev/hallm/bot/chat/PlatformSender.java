package dev.hallm.bot.chat;

import dev.hallm.bot.chat.port.ChatPlatform;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sends one platform's due rows, a few at once. Only what is sent at once is claimed, so that a slow platform does not
 * outlast the claims; rows for one place keep their order within a claim.
 */
final class PlatformSender implements Runnable {
    private static final int AT_ONCE = 8;

    private final ChatPlatform platform;
    private final OutboxRepository rows;
    private final RowSender sender;
    private final Consumer<String> onFree;
    private final Semaphore free = new Semaphore(AT_ONCE);

    PlatformSender(ChatPlatform platform, OutboxRepository rows, RowSender sender, Consumer<String> onFree) {
        this.platform = platform;
        this.rows = rows;
        this.sender = sender;
        this.onFree = onFree;
    }

    String platform() {
        return platform.name();
    }

    @Override
    public void run() {
        int room = free.availablePermits();
        if (room == 0 || !platform.sends()) {
            return;
        }
        Map<String, List<OutboxRow>> byPlace = rows.claim(platform.name(), room).stream()
                .collect(Collectors.groupingBy(OutboxRow::destination, LinkedHashMap::new, Collectors.toList()));
        byPlace.values().forEach(this::inOrder);
    }

    /** Waits until what is being sent was sent, as long as given; false when something still is. */
    boolean awaitIdle(Duration longest) throws InterruptedException {
        boolean idle = free.tryAcquire(AT_ONCE, longest.toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            free.release(AT_ONCE);
        }
        return idle;
    }

    private void inOrder(List<OutboxRow> same) {
        free.acquireUninterruptibly();
        Thread.ofPlatform().daemon().name("outbox-" + platform.name()).start(() -> {
            try {
                same.forEach(row -> sender.send(platform, row));
            } finally {
                free.release();
                onFree.accept(platform.name());
            }
        });
    }
}
