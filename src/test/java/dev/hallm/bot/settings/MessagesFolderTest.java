package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.MessageTexts.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesFolderTest {
    @TempDir
    private Path folder;

    private Written file;

    @BeforeEach
    void folderWithChart() throws Exception {
        file = new Written(folder);
        file.write("bot-config/bot.yaml", "chat: {command: hallm}\n");
    }

    private SettingsFile.Reading read() {
        return new SettingsFile(Path.of("bot-config/bot.yaml"), true, folder).read();
    }

    private void writeAll() throws Exception {
        for (Kind kind : Kind.values()) {
            file.write("bot-config/messages/" + kind.file(), "Hi {{tenant}}\n");
        }
    }

    @Test
    void takesTheBuiltInTextsWithoutAFolder() {
        assertThat(read()).isInstanceOf(SettingsFile.Reading.Valid.class);
    }

    @Test
    void takesTheFoldersOwn() throws Exception {
        writeAll();

        assertThat(read()).isInstanceOf(SettingsFile.Reading.Valid.class);
    }

    @Test
    void namesFileLineAndMistake() throws Exception {
        writeAll();
        file.write("bot-config/messages/welcome.mustache", "Hi\n{{tenat}}\n");

        assertThat(read()).isEqualTo(new SettingsFile.Reading.Invalid("""
                        bot-config/messages/welcome.mustache has 1 problem
                          line 2  {{tenat}}: no such value; there are home, ollama, owner, size, support, tenant"""));
    }

    @Test
    void missesATemplateOfAFolderThatIsThere() throws Exception {
        file.write("bot-config/messages/welcome.mustache", "Hi\n");

        assertThat(read())
                .isInstanceOfSatisfying(
                        SettingsFile.Reading.Invalid.class,
                        invalid -> assertThat(invalid.report())
                                .contains(
                                        "bot-config/messages/welcome-line.mustache does not exist; write it, or remove the folder"));
    }

    @Test
    void tellsTheProblemsOfBothAtOnce() throws Exception {
        writeAll();
        file.write("bot-config/bot.yaml", "chat: {command: 7}\n");
        file.write("bot-config/messages/welcome.mustache", "{{#tenant}}\n");

        assertThat(read())
                .isInstanceOfSatisfying(
                        SettingsFile.Reading.Invalid.class,
                        invalid -> assertThat(invalid.report())
                                .contains("bot-config/bot.yaml has 1 problem", "welcome.mustache has 1 problem"));
    }
}
