package dev.hallm.bot.bench;

import com.slack.api.app_backend.SlackSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Signed slash commands at a steady rate over a number of connections. A command's time counts from the moment it was
 * due, so that a slow answer makes those behind it late too.
 */
final class SlackLoad {
    /** The signing secret of a benchmark's app. */
    static final String SECRET = "benchmark-signing-secret";

    private final URI target;
    private final SlackSink slack;
    private final SlackSignature.Generator signatures = new SlackSignature.Generator(SECRET);
    private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger errors = new AtomicInteger();

    SlackLoad(URI target, SlackSink slack) {
        this.target = target;
        this.slack = slack;
    }

    /** What came of a run. */
    record Result(Timings acknowledgements, int errors) {}

    Result run(int perSecond, Duration length, int connections) throws InterruptedException {
        int total = (int) (perSecond * length.toSeconds());
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            for (int worker = 0; worker < connections; worker++) {
                workers.execute(() -> work(next, total, begin, TimeUnit.SECONDS.toNanos(1) / perSecond));
            }
        }
        return new Result(new Timings(List.copyOf(times)), errors.get());
    }

    /** One connection: a client of its own, which keeps it open. */
    private void work(AtomicInteger next, int total, long begin, long interval) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int n = next.getAndIncrement(); n < total; n = next.getAndIncrement()) {
                long due = begin + n * interval;
                awaitTime(due);
                send(client);
                times.add(Duration.ofNanos(System.nanoTime() - due));
            }
        }
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(HttpClient client) {
        try {
            HttpResponse<String> answer = client.send(command(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().isEmpty()) {
                errors.incrementAndGet();
            }
        } catch (IOException _) {
            errors.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest command() {
        String id = UUID.randomUUID().toString();
        String body = "token=none&team_id=T01BENCH&team_domain=bench&channel_id=C0OPS&channel_name=ops&user_id=U0ANA"
                + "&user_name=ana&command=%2Fhallm&text=whoami&api_app_id=A0BENCH&is_enterprise_install=false&response_url="
                + URLEncoder.encode(slack.url("/response/" + id), StandardCharsets.UTF_8) + "&trigger_id=" + id;
        String timestamp = Long.toString(System.currentTimeMillis() / 1_000);
        return HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signatures.generate(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
