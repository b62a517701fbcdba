package dev.hallm.bot.command;

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many deliveries are open, and since when the oldest is. */
@Component
class InboxMeters implements MeterBinder {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Sampled<Open> sample;

    InboxMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sample = new Sampled<>(this::open, clock);
    }

    private record Open(long rows, Optional<Instant> oldest) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "hallm.inbox.depth",
                        () -> sample.get().map(open -> (double) open.rows()).orElse(Double.NaN))
                .description("Deliveries that are not answered yet")
                .register(registry);
        TimeGauge.builder(
                        "hallm.inbox.age",
                        () -> sample.get().map(this::ageOf).orElse(Double.NaN),
                        TimeUnit.MILLISECONDS)
                .description("How long the oldest delivery has been open")
                .register(registry);
    }

    private double ageOf(Open open) {
        return open.oldest()
                .map(at -> (double)
                        Math.max(0, Duration.between(at, clock.instant()).toMillis()))
                .orElse(0.0);
    }

    private Open open() {
        return jdbc.sql("select count(*) as waiting, min(received_at) as oldest from inbox where state = 'OPEN'")
                .query(InboxMeters::row)
                .single();
    }

    private static Open row(ResultSet row, int number) throws SQLException {
        return new Open(row.getLong("waiting"), Optional.ofNullable(Timestamps.readNullable(row, "oldest")));
    }
}
