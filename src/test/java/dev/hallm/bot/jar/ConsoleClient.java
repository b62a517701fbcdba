package dev.hallm.bot.jar;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console without a browser: says lines, reads pages, clicks buttons. */
final class ConsoleClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port;

    ConsoleClient(int port) {
        this.port = port;
    }

    void say(String as, String line) {
        post(
                "/console/say",
                Map.of("as", as, "channel", "private", "key", UUID.randomUUID().toString(), "text", line));
    }

    /** Clicks a button of the message with these words. */
    void click(String as, String channel, String words, String label) {
        String article = awaitArticle(as, channel, words);
        var button = Pattern.compile("hx-vals=\"([^\"]*)\"[^>]*>" + Pattern.quote(label) + "<")
                .matcher(article);
        if (!button.find()) {
            throw new AssertionError("no button " + label + " in " + article);
        }
        JsonNode values = JsonMapper.shared().readTree(HtmlUtils.htmlUnescape(button.group(1)));
        post(
                "/console/click",
                Map.of(
                        "as", as,
                        "channel", channel,
                        "key", UUID.randomUUID().toString(),
                        "action", values.get("action").asString(),
                        "in", values.get("in").asString(),
                        "message", values.get("message").asString()));
    }

    /** A message with these words, once it is there. */
    String awaitArticle(String as, String channel, String words) {
        return await("\"" + words + "\" in " + channel + " of " + as)
                .atMost(PATIENCE)
                .until(() -> article(as, channel, words), Optional::isPresent)
                .orElseThrow();
    }

    /** How many messages with these words there are. */
    long count(String as, String channel, String words) {
        return articles(as, channel).filter(article -> article.contains(words)).count();
    }

    private Optional<String> article(String as, String channel, String words) {
        return articles(as, channel).filter(article -> article.contains(words)).findFirst();
    }

    private Stream<String> articles(String as, String channel) {
        String page = get("/console?as=" + as + "&channel=" + channel);
        return Pattern.compile("<article.*?</article>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group());
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build());
    }

    private void post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
