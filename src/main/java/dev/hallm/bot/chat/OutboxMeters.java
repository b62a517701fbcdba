package dev.hallm.bot.chat;

import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.storage.Sampled;
import dev.hallm.bot.storage.Timestamps;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits to be sent on each platform, and for how long. */
@Component
class OutboxMeters implements MeterBinder {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<ChatPlatform> platforms;
    private final Sampled<Map<String, Waiting>> sample;

    OutboxMeters(JdbcClient jdbc, Clock clock, ObjectProvider<ChatPlatform> platforms) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.platforms = platforms;
        this.sample = new Sampled<>(this::waiting, clock);
    }

    private record Waiting(String platform, long rows, Instant oldest) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        platforms.stream().map(ChatPlatform::name).distinct().forEach(platform -> bind(platform, registry));
    }

    private void bind(String platform, MeterRegistry registry) {
        Gauge.builder("hallm.outbox.depth", () -> depth(platform))
                .tag("platform", platform)
                .description("Messages and edits that wait to be sent")
                .register(registry);
        TimeGauge.builder("hallm.outbox.age", () -> age(platform), TimeUnit.MILLISECONDS)
                .tag("platform", platform)
                .description("How long the oldest message waits, or how late the most overdue edit is")
                .register(registry);
    }

    private double depth(String platform) {
        return sample.get()
                .map(all ->
                        all.containsKey(platform) ? (double) all.get(platform).rows() : 0)
                .orElse(Double.NaN);
    }

    private double age(String platform) {
        return sample.get()
                .map(all -> all.containsKey(platform) ? ageOf(all.get(platform)) : 0)
                .orElse(Double.NaN);
    }

    private double ageOf(Waiting waiting) {
        return Math.max(0, Duration.between(waiting.oldest(), clock.instant()).toMillis());
    }

    /** The row of an edit is used again at each change, so its creation says nothing. */
    private Map<String, Waiting> waiting() {
        return jdbc.sql("""
                        select platform, count(*) as waiting,
                               min(case when kind = 'EDIT' then next_at else created_at end) as oldest
                        from outbox where state = 'WAITING' group by platform""").query(OutboxMeters::row).list().stream()
                .collect(Collectors.toMap(Waiting::platform, waiting -> waiting));
    }

    private static Waiting row(ResultSet row, int number) throws SQLException {
        return new Waiting(row.getString("platform"), row.getLong("waiting"), Timestamps.read(row, "oldest"));
    }
}
