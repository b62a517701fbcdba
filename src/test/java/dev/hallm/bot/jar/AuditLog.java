package dev.hallm.bot.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API server wrote down about the requests of one user; where it does, {@code HALLM_TEST_AUDIT} says. */
record AuditLog(List<Entry> entries) {
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** A request that was answered. */
    record Entry(Instant at, String verb, String group, String resource, String name, String namespace, int code) {
        boolean isRefused() {
            return code == 401 || code == 403;
        }

        private static Entry of(JsonNode line) {
            JsonNode object = line.path("objectRef");
            String sub = object.path("subresource").asString("");
            return new Entry(
                    Instant.parse(line.path("requestReceivedTimestamp").asString()),
                    line.path("verb").asString(),
                    object.path("apiGroup").asString(""),
                    object.path("resource").asString("") + (sub.isEmpty() ? "" : "/" + sub),
                    object.path("name").asString(""),
                    object.path("namespace").asString(""),
                    line.path("responseStatus").path("code").asInt());
        }
    }

    AuditLog {
        entries = List.copyOf(entries);
    }

    static Optional<AuditLog> of(String user) {
        return Optional.ofNullable(System.getenv("HALLM_TEST_AUDIT")).map(file -> read(Path.of(file), user));
    }

    private static AuditLog read(Path file, String user) {
        try (var lines = Files.lines(file)) {
            return new AuditLog(lines.map(JsonMapper.shared()::readTree)
                    .filter(line ->
                            line.path("user").path("username").asString("").equals(user))
                    .filter(line -> line.path("stage").asString("").equals("ResponseComplete"))
                    .map(Entry::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those from a moment on. */
    AuditLog since(Instant start) {
        return new AuditLog(
                entries.stream().filter(entry -> !entry.at().isBefore(start)).toList());
    }

    /** Refusals but for those in a namespace where a binding was a moment old. */
    List<Entry> refusals() {
        return entries.stream()
                .filter(Entry::isRefused)
                .filter(entry -> entries.stream().noneMatch(other -> isFreshBinding(other, entry)))
                .toList();
    }

    private static boolean isFreshBinding(Entry binding, Entry refused) {
        Duration age = Duration.between(binding.at(), refused.at());
        return binding.resource().equals("rolebindings")
                && !binding.isRefused()
                && binding.namespace().equals(refused.namespace())
                && !age.isNegative()
                && age.compareTo(FRESH) < 0;
    }
}
