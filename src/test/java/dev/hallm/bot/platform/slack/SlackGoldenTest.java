package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.platform.slack.fake.BlockKit;
import dev.hallm.bot.platform.slack.fake.Surface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack would take every golden file. */
class SlackGoldenTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "golden", "slack"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isValid(Path file) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));

        assertThat(findings(json)).isEmpty();
    }

    private static List<String> findings(JsonNode json) {
        return json.has("pages")
                ? json.path("pages")
                        .valueStream()
                        .flatMap(page -> BlockKit.validate(page.path("blocks"), Surface.MESSAGE).stream())
                        .toList()
                : BlockKit.validateView(json);
    }
}
