package dev.hallm.bot.platform.slack.fake;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

/** Posts to the bot as Slack's servers do; also as nobody should. */
public final class SlackHttp {
    /** Longer than Slack waits, so that a late answer is seen as such. */
    private static final Duration WAIT = Duration.ofSeconds(15);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI events;
    private final String secret;
    private final Clock clock;

    /** Speaks to a bot at this address. */
    public SlackHttp(URI events, String secret, Clock clock) {
        this.events = events;
        this.secret = secret;
        this.clock = clock;
    }

    /** The body of a delivery as Slack writes it. */
    public static String body(Delivery delivery) {
        return switch (delivery.kind()) {
            case EVENT -> delivery.payload().toString();
            case INTERACTION -> "payload=" + encoded(delivery.payload().toString());
            case COMMAND ->
                delivery.payload().properties().stream()
                        .map(field ->
                                field.getKey() + "=" + encoded(field.getValue().asString("")))
                        .collect(Collectors.joining("&"));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Posts a delivery, signed this way. */
    public Receipt send(Delivery delivery, Signing signing) {
        return send(delivery, body(delivery).getBytes(StandardCharsets.UTF_8), signing);
    }

    /** Posts only the beginning of a delivery, rightly signed: its JSON or form is broken. */
    public Receipt sendTruncated(Delivery delivery) {
        String body = body(delivery);
        return send(delivery, body.substring(0, body.length() / 2).getBytes(StandardCharsets.UTF_8), Signing.valid());
    }

    /** Posts any bytes as if they were this delivery's. */
    public Receipt send(Delivery delivery, byte[] body, Signing signing) {
        String type = delivery.kind() == Delivery.Kind.EVENT ? JSON : FORM;
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .timeout(WAIT)
                .header("Content-Type", type)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("Accept", "application/json,*/*")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        sign(request, body, signing);
        if (delivery.retry() > 0) {
            request.header("X-Slack-Retry-Num", Integer.toString(delivery.retry()));
            request.header("X-Slack-Retry-Reason", delivery.retryReason());
        }
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Receipt(delivery, answer.statusCode(), answer.body(), since(start));
        } catch (IOException noAnswer) {
            return new Receipt(delivery, 0, noAnswer.toString(), since(start));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the bot had not answered", stopped);
        }
    }

    private void sign(HttpRequest.Builder request, byte[] body, Signing signing) {
        if (signing.kind() == Signing.Kind.MISSING) {
            return;
        }
        String timestamp = Long.toString(clock.instant().plus(signing.skew()).getEpochSecond());
        String key = signing.kind() == Signing.Kind.FORGED ? "another-" + secret : secret;
        request.header("X-Slack-Request-Timestamp", timestamp);
        request.header("X-Slack-Signature", SlackSignatures.sign(key, timestamp, body));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
