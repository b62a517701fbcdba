package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.MessageTexts.Kind;
import dev.hallm.bot.chat.MessageTexts.Letter;
import dev.hallm.bot.chat.MessageTexts.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTextsTest {
    private static final Map<String, String> VALUES = Map.of(
            "tenant", "ada", "owner", "*Ola* <@U1> {{tenant}}", "home", "h", "ollama", "o", "size", "s", "support", "");

    private static Letter letter(String source) {
        return MessageTexts.of(Map.of(Kind.WELCOME, source)).letter(Kind.WELCOME, VALUES);
    }

    @Test
    void dividesATitleFromParagraphs() {
        assertThat(letter("Hi {{tenant}}\n\none\nstill one\n\n\n two\n").title())
                .isEqualTo("Hi ada");
        assertThat(letter("Hi {{tenant}}\n\none\nstill one\n \n\n two\n").paragraphs())
                .containsExactly("one\nstill one", "two");
    }

    @Test
    void leavesWhatPeopleAreCalledAsItIs() {
        assertThat(letter("{{owner}}").title()).isEqualTo("*Ola* <@U1> {{tenant}}");
    }

    @Test
    void leavesOutASectionWithoutAValue() {
        assertThat(letter("Hi{{#support}} ask {{support}}{{/support}}").title()).isEqualTo("Hi");
    }

    @Test
    void namesTheLineOfAnUnknownValue() {
        assertThat(MessageTexts.mistakeIn("Hi\n\n{{tenat}}"))
                .contains(new Mistake(
                        3, "{{tenat}}: no such value; there are home, ollama, owner, size, support, tenant"));
    }

    @Test
    void namesTheLineOfAnUnclosedSection() {
        assertThat(MessageTexts.mistakeIn("Hi\n{{#support}}\nask"))
                .hasValueSatisfying(mistake -> assertThat(mistake.line()).isEqualTo(2));
    }

    @Test
    void refusesToIncludeOtherFiles() {
        assertThat(MessageTexts.mistakeIn("{{>/etc/passwd}}"))
                .hasValueSatisfying(mistake -> assertThat(mistake.text()).contains("cannot include"));
    }

    @Test
    void refusesATextThatSaysNothing() {
        assertThat(MessageTexts.mistakeIn(" \n")).contains(new Mistake(1, "says nothing"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasBuiltInTextsThatBotConfigShows(Kind kind) throws Exception {
        String shown = Files.readString(Path.of("bot-config", "messages", kind.file()));

        assertThat(MessageTexts.mistakeIn(shown)).isEmpty();
        assertThat(Path.of("src/main/resources/messages", kind.file())).hasContent(shown);
    }
}
