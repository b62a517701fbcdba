package dev.hallm.bot.chat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Every text that people see, from {@code captions.properties}; {@code {name}} is replaced by what the caller gives. */
public final class Captions {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z-]+)}");
    private static final Properties TEXTS = load();

    private Captions() {}

    /**
     * The text of a key.
     *
     * @param variables names and values in turn
     * @throws IllegalArgumentException when the key is unknown or a variable of the text is not given
     */
    public static String text(String key, Object... variables) {
        String template = find(key).orElseThrow(() -> new IllegalArgumentException("no caption " + key));
        return VARIABLE.matcher(template)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(value(key, match.group(1), variables)));
    }

    /** The text of a key as it is written, if there is one. */
    public static Optional<String> find(String key) {
        return Optional.ofNullable(TEXTS.getProperty(key));
    }

    /** All keys. */
    public static Set<String> keys() {
        return TEXTS.stringPropertyNames();
    }

    private static String value(String key, String name, Object... variables) {
        for (int i = 0; i + 1 < variables.length; i += 2) {
            if (name.equals(variables[i])) {
                return String.valueOf(variables[i + 1]);
            }
        }
        throw new IllegalArgumentException("caption " + key + " needs " + name);
    }

    private static Properties load() {
        var texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Optional.ofNullable(Captions.class.getResourceAsStream("/captions.properties"))
                        .orElseThrow(),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
