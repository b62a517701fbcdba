package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web console, as its page speaks to the bot. */
final class ConsoleStage implements Stage {
    private static final Pattern ARTICLE =
            Pattern.compile("<article[^>]* id=\"m-([^\"]+)\".*?</article>", Pattern.DOTALL);
    private static final Pattern BUTTON =
            Pattern.compile("<button[^>]*hx-vals=\"([^\"]*)\"[^>]*>([^<]*)<", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Map<String, String> NAMES =
            Map.of("ana", "Ana Petrov", "bo", "Bo Lind", "cy", "Cy Adler", "dee", "Dee", "eve", "Eve");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    ConsoleStage(int port) {
        this.port = port;
    }

    /** A message of the page. */
    private record Article(String id, String html) {
        String text() {
            return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]+>", ""));
        }

        boolean hasAll(String... words) {
            return Stream.of(words).allMatch(text()::contains);
        }

        Seen seen() {
            Map<String, String> actions = BUTTON.matcher(html)
                    .results()
                    .collect(Collectors.toMap(
                            button -> HtmlUtils.htmlUnescape(button.group(2)),
                            button -> HtmlUtils.htmlUnescape(button.group(1))));
            return new Seen(id, text(), actions);
        }
    }

    @Override
    public String account(String who) {
        return "console:local/" + id(who);
    }

    private static String id(String who) {
        return who.equals("gus") ? "guest" : who;
    }

    @Override
    public String name(String who) {
        return Objects.requireNonNull(NAMES.get(who));
    }

    @Override
    public String mention(String who) {
        return "@" + id(who);
    }

    @Override
    public Seen asks(String who, String command, Map<String, String> arguments) {
        return answer(
                who,
                key -> post(
                        "/console/say",
                        Map.of("as", id(who), "channel", "private", "key", key, "text", Lines.of(command, arguments))));
    }

    /** Does something that has a private answer, which takes the place with the delivery's key. */
    private Seen answer(String who, java.util.function.Consumer<String> deed) {
        String key = UUID.randomUUID().toString();
        Set<String> before = articles(direct(who)).map(Article::id).collect(Collectors.toSet());
        deed.accept(key);
        return await().atMost(Talk.PATIENCE)
                .until(
                        () -> articles(direct(who))
                                .filter(article -> !before.contains(article.id()) && isAnswer(article))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .seen();
    }

    private static boolean isAnswer(Article article) {
        return article.html().contains("class=\"message posted");
    }

    @Override
    public Seen in(Place place, String... words) {
        return await("a message in " + place + " with " + List.of(words))
                .atMost(Talk.PATIENCE)
                .until(() -> find(place, words), Optional::isPresent)
                .orElseThrow()
                .seen();
    }

    @Override
    public boolean has(Place place, String... words) {
        return find(place, words).isPresent();
    }

    private Optional<Article> find(Place place, String... words) {
        return articles(place)
                .filter(article -> isAnswer(article) && article.hasAll(words))
                .findFirst();
    }

    @Override
    public Seen becomes(Seen message, String... words) {
        return await().atMost(Talk.PATIENCE)
                .until(() -> article(message), article -> article.hasAll(words))
                .seen();
    }

    @Override
    public void clicks(String who, Seen message, String label) {
        click(who, message, label, UUID.randomUUID().toString());
    }

    @Override
    public Seen answerTo(String who, Seen message, String label) {
        return answer(who, key -> click(who, message, label, key));
    }

    private String click(String who, Seen message, String label, String key) {
        return post("/console/click", values(who, key, message.action(label)));
    }

    private static Map<String, String> values(String who, String key, String json) {
        JsonNode values = JsonMapper.shared().readTree(json);
        return Map.of(
                "as", id(who),
                "channel", "private",
                "key", key,
                "action", values.get("action").asString(),
                "in", values.get("in").asString(),
                "message", values.get("message").asString());
    }

    @Override
    public void fills(String who, Seen message, String label, Map<String, String> values) {
        String dialog = click(who, message, label, UUID.randomUUID().toString());
        var form = new HashMap<String, String>();
        HIDDEN.matcher(dialog)
                .results()
                .forEach(hidden -> form.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2))));
        values.forEach((name, value) -> form.put("value." + name, value));
        form.putAll(Map.of(
                "as", id(who), "channel", "private", "key", UUID.randomUUID().toString()));
        post("/console/submit", form);
    }

    /** What an open page is told; the page that is loaded later has no secret any more. */
    @Override
    public String secretOf(String who, Seen message, String label) {
        var events = new CopyOnWriteArrayList<String>();
        HttpRequest open = HttpRequest.newBuilder(uri("/console/events?as=" + id(who) + "&channel=private"))
                .build();
        var stream = http.sendAsync(open, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer ->
                        answer.body().map(ConsoleStage::asReadersTakeIt).forEach(events::add));
        await().until(() -> events.stream().anyMatch(line -> line.contains("hello")));
        clicks(who, message, label);
        String shown = await().atMost(Talk.PATIENCE)
                .until(() -> String.join("\n", events), text -> text.matches("(?s).*Credentials of.*</article>.*"));
        stream.cancel(true);
        return HtmlUtils.htmlUnescape(shown.replaceAll("<[^>]+>", ""));
    }

    /** Server-sent events: the field's name goes, and one space after it. */
    private static String asReadersTakeIt(String line) {
        return line.replaceFirst("^data: ?", "");
    }

    @Override
    public String everythingKept() {
        return Stream.concat(
                        Stream.of(Place.APPROVALS, Place.OPERATIONS, Place.ANNOUNCEMENTS),
                        NAMES.keySet().stream().map(ConsoleStage::direct))
                .flatMap(this::articles)
                .map(Article::text)
                .collect(Collectors.joining("\n"));
    }

    private static Place direct(String who) {
        return Place.direct(who);
    }

    private Article article(Seen message) {
        return Stream.concat(
                        Stream.of(Place.APPROVALS, Place.OPERATIONS, Place.ANNOUNCEMENTS),
                        NAMES.keySet().stream().map(ConsoleStage::direct))
                .flatMap(this::articles)
                .filter(article -> article.id().equals(message.id()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Article> articles(Place place) {
        String who = place.kind() == Place.Kind.DIRECT ? id(place.who()) : "ana";
        String channel = place.kind() == Place.Kind.DIRECT
                ? "private"
                : place.kind().name().toLowerCase(java.util.Locale.ROOT);
        String page = send(HttpRequest.newBuilder(uri("/console?as=" + who + "&channel=" + channel))
                .build());
        return ARTICLE.matcher(page)
                .results()
                .map(match -> new Article(HtmlUtils.htmlUnescape(match.group(1)), match.group()));
    }

    private String post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
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
