package dev.hallm.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.Captions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/doctor.md} lists every code; {@code -Dhallm.docs=write} writes it anew. */
class DoctorDocTest {
    private static final Path DOCUMENT = Path.of("docs", "doctor.md");
    private static final Pattern KEY = Pattern.compile("doctor\\.(HB-([A-Z])[0-9]{2})\\.[a-z]+");
    private static final Pattern IN_SOURCES = Pattern.compile("\"(HB-[A-Z][0-9]{2})\"");
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "B", "Database",
            "C", "Configuration, and doctor itself",
            "D", "Discord",
            "I", "Identity: roles and who holds them",
            "K", "Kubernetes and the chart",
            "M", "Mail",
            "S", "Slack"));

    @Test
    void describesEveryCode() throws IOException {
        String expected = document();
        if ("write".equals(System.getProperty("hallm.docs"))) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("run ./mvnw verify -Dhallm.docs=write to write %s anew", DOCUMENT)
                .isEqualTo(expected);
    }

    @Test
    void knowsEveryCodeThatTheChecksUse() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> used = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IN_SOURCES.matcher(read(file)).results().map(match -> match.group(1)))
                    .distinct()
                    .sorted()
                    .toList();

            assertThat(used).isEqualTo(codes());
        }
    }

    @Test
    void givesEveryMistakeAFix() {
        assertThat(codes())
                .allSatisfy(code -> assertThat(mistake(code).isEmpty())
                        .as(code)
                        .isEqualTo(Captions.find("doctor." + code + ".fix").isEmpty()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes() {
        return Captions.keys().stream()
                .map(KEY::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(MatchResult::group)
                .map(key -> key.substring("doctor.".length(), "doctor.HB-S00".length()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String document() {
        return """
                # What doctor finds

                Generated from the captions. `doctor` looks at everything that the bot depends on: in chat and in the web console (admins only), once after each start (in the log), and on a terminal with `java -jar ha-llm-bot.jar doctor`, which ends with 0 when there is no problem and with 1 when there is one; `--json` makes it `{"findings":[{"code","severity","problem","fix"}],"problems":n,"warnings":n}`. A problem keeps something from working, a warning does not yet. Codes stay what they are; `…` stands for what differs.

                """ + PARTS.entrySet().stream().map(DoctorDocTest::part).collect(Collectors.joining("\n"));
    }

    private static String part(Map.Entry<String, String> part) {
        return "## " + part.getValue() + "\n\n| code | | what | fix |\n| --- | --- | --- | --- |\n"
                + codes().stream()
                        .filter(code -> code.startsWith("HB-" + part.getKey()))
                        .map(DoctorDocTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(String code) {
        String mistake = mistake(code);
        boolean problem = Captions.find("doctor." + code + ".problem").isPresent();
        String severity = mistake.isEmpty() ? "fine" : problem ? "problem" : "warning";
        String what = mistake.isEmpty() ? caption(code, ".fine") : mistake;
        return "| `" + code + "` | " + severity + " | " + what + " | " + caption(code, ".fix") + " |\n";
    }

    private static String mistake(String code) {
        return caption(code, ".problem") + caption(code, ".warning");
    }

    private static String caption(String code, String end) {
        return Captions.find("doctor." + code + end)
                .orElse("")
                .replaceAll("\\{[a-z-]+}", "…")
                .replace("<", "&lt;")
                .replace("|", "\\|");
    }
}
