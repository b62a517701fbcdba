package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder with a chart in it, and what reading a bot.yaml there says. */
final class Written {
    private final Path folder;

    Written(Path folder) {
        this.folder = folder;
        write("manifests/ha-llm-stack/Chart.yaml", "name: ha-llm-stack\n");
    }

    Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SettingsFile.Reading reading(String text, Map<String, String> moved) {
        write("bot-config/bot.yaml", text);
        return new SettingsFile(SettingsFile.DEFAULT_PATH, false, folder).read(moved);
    }

    BotConfig config(String text) {
        assertThat(reading(text, Map.of())).isInstanceOf(SettingsFile.Reading.Valid.class);
        return ((SettingsFile.Reading.Valid) reading(text, Map.of())).config();
    }

    String report(String text) {
        return report(text, Map.of());
    }

    String report(String text, Map<String, String> moved) {
        SettingsFile.Reading reading = reading(text, moved);
        assertThat(reading).isInstanceOf(SettingsFile.Reading.Invalid.class);
        return ((SettingsFile.Reading.Invalid) reading).report();
    }
}
