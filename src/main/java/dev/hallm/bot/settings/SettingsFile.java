package dev.hallm.bot.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * bot-config as a file: read and judged as a whole, so that every mistake is named at once.
 *
 * @param path as the administrator wrote it
 * @param named whether somebody named it; the file at the default place may be missing
 * @param folder what relative paths inside it start from
 */
record SettingsFile(Path path, boolean named, Path folder) {
    /** Where the file is unless {@code hallm.config} or {@code HALLM_CONFIG} says otherwise. */
    static final Path DEFAULT_PATH = Path.of("bot-config", "bot.yaml");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Old key to new key; nothing has moved yet. */
    private static final Map<String, String> MOVED = Map.of();

    /** The outcome of reading. */
    sealed interface Reading {
        /** The file can be used; {@code present} is false when there is none and every key has its default. */
        record Valid(BotConfig config, boolean present) implements Reading {}

        /** It cannot; the report has every problem with line, key, what it got and what is allowed. */
        record Invalid(String report) implements Reading {}
    }

    /** The file that a property names, else the one at the default place, below the working folder. */
    static SettingsFile at(String property) {
        Path folder = Path.of("");
        return property.isBlank()
                ? new SettingsFile(DEFAULT_PATH, false, folder)
                : new SettingsFile(Path.of(property.strip()), true, folder);
    }

    Reading read() {
        return read(MOVED);
    }

    /** The templates that belong to it. */
    MessagesFolder messages() {
        return MessagesFolder.beside(path, folder);
    }

    /** Both as one: what the administrator has to correct is told at once. */
    private Reading withMessages(Reading file) {
        return switch (messages().read()) {
            case MessagesFolder.Reading.Valid _ -> file;
            case MessagesFolder.Reading.Invalid(String report) ->
                new Reading.Invalid(file instanceof Reading.Invalid(String first) ? first + "\n" + report : report);
        };
    }

    Reading read(Map<String, String> moved) {
        return withMessages(readFile(moved));
    }

    private Reading readFile(Map<String, String> moved) {
        var problems = new Problems();
        try {
            return judge(Files.readString(folder.resolve(path)), true, problems, moved);
        } catch (NoSuchFileException e) {
            return named ? missing() : judge("", false, problems, moved);
        } catch (CharacterCodingException e) {
            return new Reading.Invalid(path + " is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private Reading judge(String text, boolean present, Problems problems, Map<String, String> moved) {
        BotConfig config = Yaml.compose(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, problems)
                .map(root -> bind(root, problems, moved))
                .orElse(null);
        if (config != null) {
            new CrossChecks(config, problems).run(folder);
        }
        return config != null && problems.none()
                ? new Reading.Valid(config, present)
                : new Reading.Invalid(report(problems.all(), present));
    }

    private static @Nullable BotConfig bind(Node root, Problems problems, Map<String, String> moved) {
        if (root instanceof MappingNode mapping) {
            return new Binder(problems, moved).record(mapping, BotConfig.class, "");
        }
        problems.add(Entries.line(root), "", "expected keys such as platform: and sizes:");
        return null;
    }

    private Reading missing() {
        return new Reading.Invalid(path + " does not exist; hallm.config or HALLM_CONFIG names it");
    }

    private Reading unreadable(IOException e) {
        if (Files.isDirectory(folder.resolve(path))) {
            return new Reading.Invalid(path + " is a folder; name the file in it, such as " + path.resolve("bot.yaml"));
        }
        if (!Files.isReadable(folder.resolve(path))) {
            return new Reading.Invalid(path + " cannot be read: the bot has no permission");
        }
        throw new UncheckedIOException(e);
    }

    private String report(List<Problem> problems, boolean present) {
        int width = String.valueOf(problems.getLast().line()).length();
        String subject = present ? path + " has " : path + " does not exist, and without it there is ";
        String head = subject + problems.size() + (problems.size() == 1 ? " problem" : " problems");
        return head + lines(problems, width);
    }

    private static String lines(List<Problem> problems, int width) {
        return problems.stream()
                .map(problem -> ("\n  line %" + width + "d  %s").formatted(problem.line(), problem))
                .collect(Collectors.joining());
    }
}
