package dev.hallm.bot.settings;

import dev.hallm.bot.chat.MessageTexts;
import dev.hallm.bot.chat.MessageTexts.Kind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder {@code messages} beside bot.yaml: a template for each text, all of them or no folder at all.
 *
 * @param path as the administrator sees it
 * @param folder what it is relative to
 */
record MessagesFolder(Path path, Path folder) {
    /** The one that belongs to a bot.yaml. */
    static MessagesFolder beside(Path file, Path folder) {
        return new MessagesFolder(file.resolveSibling("messages"), folder);
    }

    /** What came of reading. */
    sealed interface Reading {
        record Valid(MessageTexts texts) implements Reading {}

        /** Every template that cannot be used, in the style of bot.yaml's own report. */
        record Invalid(String report) implements Reading {}
    }

    Reading read() {
        if (!Files.isDirectory(folder.resolve(path))) {
            return new Reading.Valid(MessageTexts.builtIn());
        }
        var sources = new EnumMap<Kind, String>(Kind.class);
        String report = Stream.of(Kind.values())
                .map(kind -> judge(kind, sources))
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.joining("\n"));
        return report.isEmpty() ? new Reading.Valid(MessageTexts.of(sources)) : new Reading.Invalid(report);
    }

    /** The report of one template, empty when it can be used. */
    private String judge(Kind kind, Map<Kind, String> sources) {
        Path file = path.resolve(kind.file());
        try {
            String source = Files.readString(folder.resolve(file));
            sources.put(kind, source);
            return MessageTexts.mistakeIn(source)
                    .map(mistake -> file + " has 1 problem\n  line " + mistake.line() + "  " + mistake.text())
                    .orElse("");
        } catch (NoSuchFileException _) {
            return file + " does not exist; write it, or remove the folder " + path + " to have the built-in texts";
        } catch (CharacterCodingException _) {
            return file + " is not UTF-8 text; save it as UTF-8";
        } catch (IOException _) {
            return file + " cannot be read";
        }
    }
}
