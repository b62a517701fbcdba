package dev.hallm.bot.chat;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that an administrator may word, as Mustache templates. What comes out is plain text: nothing is escaped here,
 * because whoever shows it escapes all of it.
 */
public final class MessageTexts {
    /** What every template may name, with a sample of it. */
    private static final Map<String, String> SAMPLE = Map.of(
            "tenant", "john-doe",
            "owner", "John Doe",
            "home", "https://ha.john-doe.example.com",
            "ollama", "https://ollama.john-doe.example.com",
            "size", "4–8 CPU",
            "support", "#ha-help");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new MustacheException("a template cannot include another one: " + name);
            });
    /** The library tells the line of a mistake in its message only. */
    private static final Pattern AT_LINE = Pattern.compile("(.*?)\\s*@ line (\\d+)\\s*$", Pattern.DOTALL);

    private final Map<Kind, Template> templates = new EnumMap<>(Kind.class);

    private MessageTexts(Map<Kind, String> sources) {
        for (Kind kind : Kind.values()) {
            templates.put(
                    kind,
                    COMPILER.compile(Optional.ofNullable(sources.get(kind)).orElseGet(kind::builtIn)));
        }
    }

    /** What there is a text for. */
    public enum Kind {
        WELCOME,
        WELCOME_LINE,
        WELCOME_MAIL;

        /** The name of its file. */
        public String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".mustache";
        }

        private String builtIn() {
            try (InputStream text = MessageTexts.class.getResourceAsStream("/messages/" + file())) {
                return new String(Optional.ofNullable(text).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A mistake in a template; {@code line} counts from 1. */
    public record Mistake(int line, String text) {}

    /** A text whose first line is its title. */
    public record Letter(String title, List<String> paragraphs) {
        public Letter {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    public static MessageTexts builtIn() {
        return new MessageTexts(Map.of());
    }

    /** Texts of templates that have no mistake; a kind that is missing has its built-in one. */
    public static MessageTexts of(Map<Kind, String> sources) {
        return new MessageTexts(sources);
    }

    /** The first thing that is wrong with a template, as far as it shows without real values. */
    public static Optional<Mistake> mistakeIn(String source) {
        try {
            String text = COMPILER.compile(source).execute(SAMPLE);
            return text.isBlank() ? Optional.of(new Mistake(1, "says nothing")) : Optional.empty();
        } catch (MustacheException.Context e) {
            String values = String.join(", ", SAMPLE.keySet().stream().sorted().toList());
            return Optional.of(new Mistake(e.lineNo, "{{" + e.key + "}}: no such value; there are " + values));
        } catch (MustacheException e) {
            Matcher at = AT_LINE.matcher(String.valueOf(e.getMessage()));
            return Optional.of(
                    at.matches()
                            ? new Mistake(Integer.parseInt(at.group(2)), at.group(1))
                            : new Mistake(1, String.valueOf(e.getMessage())));
        }
    }

    /** A text of one line. */
    public String line(Kind kind, Map<String, String> values) {
        return fill(kind, values).replaceAll("\\s+", " ").strip();
    }

    /** A text with a title and paragraphs, which empty lines divide. */
    public Letter letter(Kind kind, Map<String, String> values) {
        List<String> parts =
                Arrays.stream(fill(kind, values).strip().split("\\R", 2)).toList();
        List<String> paragraphs = parts.size() == 1
                ? List.of()
                : Arrays.stream(parts.getLast().strip().split("\\R[ \\t]*\\R"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
        return new Letter(parts.getFirst().strip(), paragraphs);
    }

    private String fill(Kind kind, Map<String, String> values) {
        return Optional.ofNullable(templates.get(kind)).orElseThrow().execute(values);
    }
}
