package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.scenario.InMemoryBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code docs/commands.md} says what the catalogue says; {@code -Dhallm.docs=write} writes it anew. */
class CommandsDocTest extends InMemoryBot {
    private static final Path DOCUMENT = Path.of("docs/commands.md");

    @Autowired
    Catalogue catalogue;

    @Test
    void describesEveryCommand() throws IOException {
        String expected = document();
        if ("write".equals(System.getProperty("hallm.docs"))) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("run ./mvnw verify -Dhallm.docs=write to write docs/commands.md anew")
                .isEqualTo(expected);
    }

    private String document() {
        return """
                # Commands

                Generated from the catalogue. Everything stands after the root command, `/hallm` unless `bot-config/bot.yaml` names another. Arguments stand in this order or as `key=value`; those in square brackets may be left out. Values with spaces are quoted. What is missing is asked for by a form, and every answer is for the asker alone.

                """
                + catalogue.all().stream()
                        .map(command -> section(command.spec()))
                        .collect(Collectors.joining("\n"));
    }

    private static String section(CommandSpec<?> spec) {
        String arguments = Parameter.of(spec.arguments()).stream()
                .map(parameter -> row(spec, parameter))
                .collect(Collectors.joining());
        String table =
                arguments.isEmpty() ? "" : "\n| argument | required | meaning |\n| --- | --- | --- |\n" + arguments;
        return "## " + spec.path() + "\n\n" + text("command." + spec.key()) + "\n\n`" + Usage.of(spec) + "` · "
                + roles(spec) + "\n" + table;
    }

    private static String roles(CommandSpec<?> spec) {
        return spec.roles().isEmpty()
                ? "everyone with a role"
                : spec.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }

    private static String row(CommandSpec<?> spec, Parameter parameter) {
        String hint = Forms.hint(spec, parameter);
        return "| `" + parameter.name() + "` | " + (parameter.required() ? "yes" : "no") + " | "
                + Forms.label(spec, parameter) + (hint.isEmpty() ? "" : ": " + hint) + " |\n";
    }
}
