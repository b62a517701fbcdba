package dev.hallm.bot.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the main class does before anything else: go on, or say something and stop. Needs no chat and no cluster. */
public sealed interface StartCheck {
    /** The configuration is fine. */
    record Start() implements StartCheck {}

    /** Look at everything that the bot depends on instead of starting it. */
    record Doctor(boolean json) implements StartCheck {}

    /** End the process with this text, on standard error unless the code is 0. */
    record Stop(int exitCode, String text) implements StartCheck {}

    /**
     * Reads the file that {@code --hallm.config}, the system property {@code hallm.config} or {@code HALLM_CONFIG}
     * names, in this order, else {@code bot-config/bot.yaml}.
     *
     * @param property looks up a system property
     * @param variable looks up an environment variable; both may answer null
     */
    static StartCheck of(String[] arguments, UnaryOperator<String> property, UnaryOperator<String> variable) {
        List<String> words = Arrays.asList(arguments);
        SettingsFile file = SettingsFile.at(location(words, property, variable));
        boolean only = words.contains("--check");
        return switch (file.read()) {
            case SettingsFile.Reading.Invalid(String report) -> new Stop(1, report);
            case SettingsFile.Reading.Valid valid when only -> new Stop(0, file.path() + answer(valid));
            case SettingsFile.Reading.Valid _ when words.contains("doctor") -> new Doctor(words.contains("--json"));
            case SettingsFile.Reading.Valid _ -> new Start();
        };
    }

    private static String answer(SettingsFile.Reading.Valid valid) {
        return valid.present() ? " is valid" : " does not exist; every key has its default";
    }

    private static String location(List<String> words, UnaryOperator<String> property, UnaryOperator<String> variable) {
        String option = "--hallm.config=";
        Stream<String> arguments =
                words.stream().filter(word -> word.startsWith(option)).map(word -> word.substring(option.length()));
        Stream<String> surroundings = Stream.of(property.apply("hallm.config"), variable.apply("HALLM_CONFIG"))
                .filter(Objects::nonNull);
        return Stream.concat(arguments, surroundings).findFirst().orElse("");
    }
}
