package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts and the sources that show them know the same keys. */
class CaptionsTest {
    /** Keys that are made of a prefix and a word that the code knows only when it runs. */
    private static final List<String> MADE_WHILE_RUNNING = List.of(
            "onboarding.item.",
            "onboarding.button.",
            "onboarding.outcome.",
            "onboarding.step.",
            "onboarding.thread.",
            "onboarding.told.",
            "refuse.onboarding.",
            "command.",
            "argument.",
            "action.",
            "checks.",
            "link.typed.",
            "doctor.HB-",
            "text-form.");

    private static final Pattern WHOLE = Pattern.compile("\\b(?:text|find)\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern PREFIX = Pattern.compile("\\b(?:text|find)\\(\\s*\"([a-z0-9.-]+\\.)\"\\s*\\+");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");

    private static final String SOURCES = sources();

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(CaptionsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern) {
        return pattern.matcher(SOURCES)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void haveEveryKeyThatTheSourcesName() {
        assertThat(Captions.keys()).containsAll(found(WHOLE));
    }

    @Test
    void areMadeOfKnownPrefixesOnly() {
        assertThat(MADE_WHILE_RUNNING).containsAll(found(PREFIX));
    }

    @Test
    void areAllUsed() {
        Set<String> used = found(LITERAL);

        List<String> unused = Captions.keys().stream()
                .filter(key -> !used.contains(key))
                .filter(key -> MADE_WHILE_RUNNING.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void fillInWhatTheCallerGives() {
        assertThat(Captions.text("request.needs.more", "count", "2", "voters", "{count} $1 \\"))
                .isEqualTo("Needs 2 approvals of {count} $1 \\");
    }

    @Test
    void refuseATextWithAGap() {
        assertThatThrownBy(() -> Captions.text("request.needs.more", "count", "2"))
                .hasMessage("caption request.needs.more needs voters");
    }

    @Test
    void refuseAnUnknownKey() {
        assertThatThrownBy(() -> Captions.text("welcome.lime")).hasMessage("no caption welcome.lime");
    }
}
