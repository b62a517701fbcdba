package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Written file;

    @BeforeEach
    void folderWithChart() {
        file = new Written(folder);
    }

    @Test
    void givesEveryKeyADefault() {
        BotConfig config = file.config("");

        assertThat(config.platform().domain()).isEqualTo("example.com");
        assertThat(config.sizes()).containsOnlyKeys("standard", "small");
        assertThat(config.approvals().standard().from()).isEqualTo(Role.APPROVER);
        assertThat(config.chat().console().people()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# only a comment\n", "---\n", "platform:\nchat:\n  slack:\n", "\uFEFFchat: {}\n"})
    void takesAnEmptyKeyForAMissingOne(String text) {
        assertThat(file.config(text)).isEqualTo(file.config(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot-config/bot.yaml", "src/test/resources/try/bot.yaml"})
    void acceptsTheFilesOfThisRepository(String path) throws Exception {
        BotConfig config = file.config(Files.readString(Path.of(path)));

        assertThat(config.chat().console().people()).containsExactly("ana", "bo", "cy", "guest");
        assertThat(config.roles().admin().console()).containsExactly("ana");
    }

    @Test
    void writesTheDefaultsIntoTheCommittedFile() throws Exception {
        BotConfig committed = file.config(Files.readString(SettingsFile.DEFAULT_PATH));
        BotConfig defaults = file.config("");

        assertThat(committed.platform()).isEqualTo(defaults.platform());
        assertThat(committed.sizes()).isEqualTo(defaults.sizes());
        assertThat(committed.approvals()).isEqualTo(defaults.approvals());
        assertThat(committed.limits()).isEqualTo(defaults.limits());
        assertThat(committed.gpu()).isEqualTo(defaults.gpu());
    }

    @Test
    void hasExampleRulesThatWorkOnceTheyAreUncommented() throws Exception {
        String committed = Files.readString(SettingsFile.DEFAULT_PATH);
        BotConfig config =
                file.config(committed.replace("  # rules:", "  rules:").replace("  #   - { name", "    - { name"));

        assertThat(config.approvals().rules())
                .extracting(BotConfig.ApprovalRule::name)
                .containsExactly("own-small", "no-room");
    }

    @Test
    void ignoresTheReadersOwnKeysAnywhere() {
        BotConfig config = file.config("""
                x-common: &common {cpu: 2, memory: 4Gi, storage: 10Gi}
                sizes:
                  x-note: mine
                  tiny: {<<: *common, x-why: cheap, cpu: 1}
                """);

        assertThat(config.sizes()).containsOnlyKeys("tiny").hasEntrySatisfying("tiny", size -> {
            assertThat(size.cpu()).hasToString("1");
            assertThat(size.memory()).hasToString("4Gi");
        });
    }

    @Test
    void keepsChartValuesAsTheyAreWritten() {
        BotConfig config = file.config("""
                platform:
                  time-zone: Europe/Berlin
                  values:
                    ingress: {class: nginx, tls: true, port: 443, ratio: 0.5, off: no, date: 2026-01-02, gone: null}
                    list: [a, {b: 1}]
                    x-kept: 1
                """);

        assertThat(config.platform().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(config.platform().values())
                .containsEntry("list", List.of("a", Map.of("b", 1L)))
                .containsEntry("x-kept", 1L);
        assertThat(config.platform().values().get("ingress"))
                .hasToString("{class=nginx, tls=true, port=443, ratio=0.5, off=no, date=2026-01-02, gone=null}");
    }

    @ParameterizedTest
    @CsvSource({"30m,PT30M", "8h,PT8H", "3d,PT72H", "1d12h,PT36H", "90s,PT1M30S"})
    void readsShortDurations(String text, Duration expected) {
        assertThat(file.config("approvals: {default: {expires: " + text + "}}")
                        .approvals()
                        .standard()
                        .expires())
                .isEqualTo(expected);
    }

    @Test
    void acceptsAChartInARegistry() {
        String chart = "oci://registry.example.com:5000/charts/ha-llm-stack:1.2.3";

        assertThat(file.config("platform: {chart: '" + chart + "'}").platform().chart())
                .isEqualTo(chart);
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws Exception {
        Files.write(
                folder.resolve("latin.yaml"), "platform: {support: gr\u00fcn}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new SettingsFile(Path.of("latin.yaml"), true, folder).read())
                .isEqualTo(new SettingsFile.Reading.Invalid("latin.yaml is not UTF-8 text; save it as UTF-8"));
    }

    @Test
    void refusesANamedFileThatIsMissing() {
        assertThat(new SettingsFile(Path.of("nope.yaml"), true, folder).read())
                .isEqualTo(new SettingsFile.Reading.Invalid(
                        "nope.yaml does not exist; hallm.config or HALLM_CONFIG names it"));
    }

    @Test
    void saysThatTheFileIsMissingWhenTheDefaultsDoNotFitTheFolder(@TempDir Path empty) {
        assertThat(new SettingsFile(SettingsFile.DEFAULT_PATH, false, empty).read())
                .isInstanceOfSatisfying(
                        SettingsFile.Reading.Invalid.class,
                        invalid -> assertThat(invalid.report())
                                .startsWith("bot-config/bot.yaml does not exist, and without it there is 1 problem\n")
                                .contains("platform.chart: \"manifests/ha-llm-stack\": no Chart.yaml"));
    }

    @Test
    void refusesAFolderInPlaceOfTheFile() {
        assertThat(new SettingsFile(Path.of("manifests"), true, folder).read())
                .isInstanceOfSatisfying(
                        SettingsFile.Reading.Invalid.class,
                        invalid -> assertThat(invalid.report()).startsWith("manifests is a folder"));
    }
}
