package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final Path COMMITTED = Path.of("bot-config", "bot.schema.json");

    @Test
    void isGeneratedFromTheRecords() throws Exception {
        String generated = Schema.generate();
        if ("write".equals(System.getProperty("hallm.docs"))) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(COMMITTED)
                .as("regenerate with ./mvnw test -Dtest=SchemaTest -Dhallm.docs=write")
                .hasContent(generated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot-config/bot.yaml", "src/test/resources/try/bot.yaml"})
    void acceptsTheFilesOfThisRepository(String path) throws Exception {
        assertThat(errors(Files.readString(Path.of(path)))).isEmpty();
    }

    @Test
    void acceptsEveryDefaultWrittenOut() {
        assertThat(errors("sizes: " + BotConfig.DEFAULT_SIZES)).isEmpty();
        assertThat(errors("limits: {reserved-names: " + BotConfig.DEFAULT_RESERVED_NAMES + "}"))
                .isEmpty();
    }

    @Test
    void acceptsTheReadersOwnKeys() {
        assertThat(errors("{x-mine: 1, sizes: {x-note: a, s: {x-b: 1, cpu: 1, memory: 1Gi, storage: 1Gi}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platfrom: {}",
                "chat: {channles: {}}",
                "chat: {slack: {workspace: T1}}",
                "chat: {console: {people: [ana@example.com]}}",
                "sizes: {s: {cpu: 1, memory: 16GB, storage: 16GB}}",
                "sizes: {s: {cpu: 1, memory: 8Gi..16GB, storage: 16Gi}}",
                "sizes: {Bad_Name: {cpu: 1, memory: 1Gi, storage: 1Gi}}",
                "approvals: {default: {count: -1}}",
                "approvals: {default: {reason: maybe}}",
                "approvals: {rules: [{name: a}]}",
                "approvals: {rules: [{name: a, when: 'true', count: 21}]}",
                "approvals: {rules: [{name: a, when: 'true', votes: 1}]}",
                "approvals: {default: {from: admins}}",
                "approvals: {default: {expires: soon}}",
                "roles: {admin: {discord: {roles: [17]}}}",
            })
    void refusesWhatTheBotRefuses(String text) {
        assertThat(errors(text)).isNotEmpty();
    }

    private static List<Error> errors(String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Schema.generate())
                .validate(yaml, InputFormat.YAML);
    }
}
