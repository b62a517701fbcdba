package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.data.SerializableData;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a renderer wrote, kept as a file to look at; {@code -Dhallm.docs=write} writes the files anew. */
final class GoldenJson {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "discord");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GoldenJson() {}

    /** The pages as they would be posted, then the files by name. */
    static void assertIs(String name, Rendered rendered) {
        List<Object> all = new ArrayList<>();
        rendered.pages().forEach(page -> all.add(sorted(page.toData())));
        rendered.files().forEach(file -> all.add(sorted(Map.of("file", file.fileName(), "content", file.content()))));
        assertIs(name, all);
    }

    static void assertIs(String name, SerializableData data) {
        assertIs(name, sorted(data.toData()));
    }

    static void assertIs(String name, List<? extends SerializableData> data) {
        assertIs(name, (Object) data.stream().map(one -> sorted(one.toData())).toList());
    }

    private static Object sorted(DataObject data) {
        return sorted(JSON.readValue(data.toJson(), Object.class));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put(key.toString(), sorted(element)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(GoldenJson::sorted).toList()
                : value;
    }

    private static void assertIs(String name, Object json) {
        Path file = FOLDER.resolve(name + ".json");
        String text = JSON.writeValueAsString(json).replace("\r\n", "\n") + "\n";
        try {
            if (System.getProperty("hallm.docs", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("%s; rewrite it with ./mvnw test -Dtest='Discord*' -Dhallm.docs=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
