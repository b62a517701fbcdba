package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What an onboarding that fails says on its card, and that it comes through once that is done. */
@TestPropertySource(
        properties =
                "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE")
@DirtiesContext
class FailureTextsTest extends InMemoryBot {
    private static final Path CHART = Path.of("manifests", "ha-llm-stack");

    @TempDir
    static Path folder;

    @Autowired
    Talk talk;

    @DynamicPropertySource
    static void config(DynamicPropertyRegistry registry) throws IOException {
        copy();
        Path file = Files.writeString(folder.resolve("bot.yaml"), """
            platform:
              chart: %s
              support: "#ha-help"
            chat:
              console: { people: [ana, bo, cy] }
            roles:
              admin: { console: [ana] }
              approver: { console: [bo] }
              user: { console: [ana, bo, cy] }
            sizes:
              small:    { cpu: 500m..1, memory: 1Gi..2Gi, storage: 10Gi }
              crashing: { cpu: 500m..1, memory: 1Gi..2Gi, storage: 10Gi, values: { ollama: { image: { tag: crash-loops } } } }
              hungry:   { cpu: 500m..1, memory: 1Gi..2Gi, storage: 10Gi, values: { ollama: { image: { tag: out-of-memory } } } }
            limits: { tenants-per-owner: 20 }
            """.formatted(chart()));
        registry.add("hallm.config", file::toString);
    }

    @AfterEach
    void restore() throws IOException {
        copy();
    }

    private static Path chart() {
        return folder.resolve("chart");
    }

    private static void copy() throws IOException {
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = chart().resolve(CHART.relativize(file));
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(file));
            }
        }
    }

    private Post asked(String tenant, String size) {
        talk.asks("ana", "user create " + tenant + " owner=@dee size=" + size);
        return talk.in("#approvals", post -> post.text().contains("Access request · " + tenant + " ·"));
    }

    /** The live card of an onboarding that was approved, once it says so. */
    private Post cardOf(String tenant, String size, String words) {
        talk.clicks("bo", asked(tenant, size), "Approve request");
        Post card = talk.in("#operations", post -> post.text().contains("Onboarding " + tenant));
        return talk.becomes(card, words);
    }

    @Test
    void saysThatTheChartIsMissing() throws IOException {
        Files.delete(chart().resolve("Chart.yaml"));
        Post request = asked("nochart", "small");
        assertThat(talk.answer(talk.clicks("bo", request, "Preview objects")).text())
                .contains("The objects of nochart can't be listed: there is no chart at");
        talk.clicks("bo", request, "Approve request");
        Post card = talk.in("#operations", post -> post.text().contains("Onboarding nochart"));
        Post failed = talk.becomes(card, "there is no chart at");
        assertThat(failed.text()).contains("Restore it, or correct platform.chart in bot.yaml", "doctor");
        assertThat(talk.asks("ana", "doctor").text()).contains("HB-K10");

        copy();
        talk.clicks("ana", failed, "Retry step");

        talk.becomes(card, "nochart is ready");
    }

    @Test
    void saysThatTheChartIsBroken() throws IOException {
        Path broken = Files.writeString(chart().resolve("templates/broken.yaml"), "{{ .Values.nothing.at.all }}");
        Post failed;
        try {
            failed = cardOf("badchart", "small", "the chart cannot write its network policies");
            assertThat(failed.text()).contains("broken.yaml", "Correct the chart", "helm lint");
        } finally {
            Files.delete(broken);
        }

        talk.clicks("ana", failed, "Retry step");

        talk.becomes(failed, "badchart is ready");
    }

    @Test
    void saysThatAContainerCrashesAndWhereToLook() {
        Post failed = cardOf("crashing", "crashing", "crashes again and again");

        assertThat(failed.text())
                .contains("ollama: crashes again and again (exit code 1)", "The log of its container says why");
        assertThat(failed.buttons())
                .extracting(Post.Labelled::label)
                .contains("Retry step", "Roll back onboarding…", "Cancel onboarding…");
        talk.asks("ana", "onboarding rollback crashing crashing");
        talk.becomes(failed, "was rolled back");
    }

    @Test
    void saysThatAContainerRanOutOfMemoryAndWhatWouldHelp() {
        Post failed = cardOf("hungry", "hungry", "ran out of memory");

        assertThat(failed.text())
                .contains("ollama: ran out of memory (limit 1.4 GiB)", "Give the size more memory in bot.yaml");
        talk.asks("ana", "onboarding rollback hungry hungry");
        talk.becomes(failed, "was rolled back");
    }
}
