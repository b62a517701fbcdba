package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the renderer wrote, kept as a file to look at; {@code -Dhallm.docs=write} writes the files anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "slack");
    private static final JsonMapper JSON = JsonMapper.shared();

    private Golden() {}

    static void assertIs(String name, JsonNode json) {
        Path file = FOLDER.resolve(name + ".json");
        String written =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json).replace("\r\n", "\n") + "\n";
        try {
            if (System.getProperty("hallm.docs", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, written);
            }
            assertThat(written)
                    .as("%s; rewrite it with ./mvnw test -Dtest='Slack*Test' -Dhallm.docs=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertIs(String name, Rendered rendered) {
        assertIs(name, json(rendered));
    }

    /** Everything that is sent for a message, together. */
    static JsonNode json(Rendered rendered) {
        var json = Nodes.object();
        var pages = json.putArray("pages");
        rendered.pages()
                .forEach(page -> pages.addObject().put("text", page.text()).set("blocks", page.blocks()));
        var files = json.putArray("files");
        rendered.files()
                .forEach(file -> files.addObject()
                        .put("name", file.fileName())
                        .put("type", file.mediaType())
                        .put("content", file.content()));
        return json;
    }
}
