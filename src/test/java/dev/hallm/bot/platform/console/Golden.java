package dev.hallm.bot.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a renderer wrote, kept as a file to look at; {@code -Dhallm.docs=write} writes the files anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "console");

    private Golden() {}

    static void assertIs(String name, String html) {
        Path file = FOLDER.resolve(name + ".html");
        try {
            if (System.getProperty("hallm.docs", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, html.stripTrailing() + "\n");
            }
            assertThat(html.stripTrailing() + "\n")
                    .as("%s; rewrite it with ./mvnw test -Dtest='*Html*' -Dhallm.docs=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
