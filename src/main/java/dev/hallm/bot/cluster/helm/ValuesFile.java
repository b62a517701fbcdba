package dev.hallm.bot.cluster.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Values for one call of Helm, as a file that only this user may read, gone after the call. */
record ValuesFile(Path path) implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    static ValuesFile of(Map<String, Object> values) {
        try {
            Path path = Files.createTempFile("hallm-values-", ".json");
            Files.writeString(path, JSON.writeValueAsString(values));
            return new ValuesFile(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
