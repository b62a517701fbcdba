package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people typed is shown as they typed it, whatever Discord would make of it. */
class DiscordEscapingTest {
    private static final Pattern ESCAPED = Pattern.compile("(?s)\\\\([^\\p{L}\\p{N}\\s])");
    private static final Pattern ESCAPED_OR_CODE =
            Pattern.compile("(?s)" + "\\\\[^\\p{L}\\p{N}\\s]" + "|```\n[^`]*\n```|`[^`\n]+`");
    /** What Discord reads as markup, mention, emoji, time, link or invite when no backslash is before it. */
    private static final Pattern MEANS_SOMETHING =
            Pattern.compile("(?mUd)[*_~`|<@\\[\\]\\\\]|\\w+:/|:[^\\s:]*[^\\s:\\d][^\\s:]*:"
                    + "|^\\s*(#+|[-+>]|\\d+[.)])\\s|(?i:discord(app)?\\.\\w+/)");

    private static void isPlain(String markdown) {
        assertThat(ESCAPED.matcher(markdown).replaceAll("¤")).doesNotContainPattern(MEANS_SOMETHING);
    }

    @ParameterizedTest
    @MethodSource("dev.hallm.bot.platform.discord.NastyTexts#all")
    void leavesNothingThatMeansSomething(String typed) {
        isPlain(Markdown.escape(typed));
    }

    @ParameterizedTest
    @MethodSource("dev.hallm.bot.platform.discord.NastyTexts#all")
    void showsTheTextItself(String typed) {
        assertThat(ESCAPED.matcher(Markdown.escape(typed)).replaceAll("$1")).isEqualTo(CleanText.of(typed));
    }

    @ParameterizedTest
    @MethodSource("dev.hallm.bot.platform.discord.NastyTexts#all")
    void meansNothingInAnyPlace(String typed) {
        Rendered drawn = Drawn.of(NastyTexts.everywhere(typed));

        assertThat(Drawn.markdown(drawn)).allSatisfy(markdown -> isPlain(withoutOurOwn(markdown)));
        assertThat(drawn.pages())
                .allSatisfy(page -> assertThat(page.getMentionedUsers()).isEmpty());
    }

    /** Takes out what the renderer itself wrote around a text. */
    private static String withoutOurOwn(String markdown) {
        String link = "<https://ha.ada.example.com>";
        return ESCAPED_OR_CODE
                .matcher(markdown)
                .replaceAll(found -> found.group().startsWith("\\") ? "¤" : " ¶ ")
                .replaceAll("\\[[\\p{L}\\p{N} .,'&-]+]\\(" + link + "\\)", " ¶ ")
                .replace(link, " ¶ ")
                .replaceAll("(?s)\\*\\*[^*]+\\*\\*", " ¶ ")
                .replaceAll("(?m)^(> |-# )", "")
                .replaceAll("(?m)^– ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            plain text, 1.5 GiB (of 2)   | plain text, 1.5 GiB (of 2)
            18:00:00 until 19:00         | 18:00:00 until 19:00
            https://a.b                  | https\\://a.b
            :tada:                       | \\:tada:
            <@1>                         | \\<\\@1>
            #ha-help                     | \\#ha-help
            ask in #ha-help              | ask in #ha-help
            a_b                          | a\\_b""")
    void escapesNoMoreThanItMust(String typed, String markdown) {
        assertThat(Markdown.escape(typed)).isEqualTo(markdown);
    }

    @Test
    void knowsALineStartThatTwoTextsMakeTogether() {
        assertThat(Drawn.description(Text.body(Span.plain("1"), Span.plain(". x"))))
                .isEqualTo("1\\. x");
    }

    @Test
    void cutsBetweenWholeCharacters() {
        assertThat(CleanText.shorten("🏠🏠🏠", 4)).isEqualTo("🏠…");
        assertThat(Drawn.markdown(Drawn.of(NastyTexts.everywhere("🏠".repeat(3_000)))))
                .allSatisfy(text -> assertThat(
                                text.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
                        .isEmpty());
    }

    @Test
    void cutsNoEscapeInHalf() {
        String cut = Markdown.escape("*".repeat(500), 256);

        assertThat(cut).hasSizeLessThanOrEqualTo(256).matches("(\\\\\\*)+…");
    }

    @Test
    void makesNoLinkOfATargetThatIsNotTheWeb() {
        assertThat(Drawn.description(Text.body(new Span.Link("click", URI.create("javascript:alert(1)")))))
                .isEqualTo("click");
    }

    @Test
    void keepsCodeInsideItsMarks() {
        assertThat(Drawn.description(Text.body(Span.code("a`b\nc")))).isEqualTo("`aˋb c`");
    }

    @Test
    void showsNoFieldWithoutNameOrValue() {
        var fields = Drawn.embed(Drawn.of(new Block.Fields(List.of(Block.Field.of(" ", "\u202E")))))
                .getFields();

        assertThat(fields).allSatisfy(field -> {
            assertThat(field.getName()).isEqualTo("–");
            assertThat(field.getValue()).isEqualTo("–");
        });
    }

    @Test
    void pingsNobodyWhomATextNames() {
        var drawn = Drawn.of(Message.text(Tone.NEUTRAL, "<@1> <@&2> @everyone")).first();

        assertThat(drawn.getAllowedMentions()).isEmpty();
        assertThat(drawn.getMentionedUsers()).isEmpty();
        assertThat(drawn.getMentionedRoles()).isEmpty();
    }
}
