package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCheckTest {
    @TempDir
    private Path folder;

    private Written file;

    @BeforeEach
    void folderWithChart() {
        file = new Written(folder);
    }

    @Test
    void endsWith0WhenTheFileIsValid() throws Exception {
        file.write("bot-config/bot.yaml", "chat: {command: hallm}\n");

        assertThat(bot("--check")).isEqualTo(new Ended(0, "bot-config/bot.yaml is valid\n", ""));
    }

    @Test
    void endsWith1AndTheReportWhenTheFileIsNot() throws Exception {
        file.write("bot-config/bot.yaml", "chat: {command: 7}\n");

        assertThat(bot("--check")).isEqualTo(new Ended(1, "", """
                bot-config/bot.yaml has 1 problem
                  line 1  chat.command: 7: expected text but this is a number; write "7" in quotes
                """));
    }

    @Test
    void stopsAStartWithTheReportAndNoStackTrace() throws Exception {
        file.write("other.yaml", "chat: [");

        Ended ended = bot("--hallm.config=other.yaml");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("other.yaml has 1 problem\n").doesNotContain("\tat ");
    }

    @Test
    void prefersTheArgumentToThePropertyAndTheVariable() {
        assertThat(StartCheck.of(new String[] {"--hallm.config=a.yaml"}, key -> "b.yaml", key -> "c.yaml"))
                .isEqualTo(missing("a.yaml"));
        assertThat(StartCheck.of(new String[0], key -> "b.yaml", key -> "c.yaml"))
                .isEqualTo(missing("b.yaml"));
    }

    private static StartCheck missing(String name) {
        return new StartCheck.Stop(1, name + " does not exist; hallm.config or HALLM_CONFIG names it");
    }

    private record Ended(int code, String out, String err) {}

    private Ended bot(String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hallm.bot.HallmBot"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("HALLM_CONFIG") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static String read(Path path) throws Exception {
        return java.nio.file.Files.readString(path, StandardCharsets.UTF_8);
    }
}
