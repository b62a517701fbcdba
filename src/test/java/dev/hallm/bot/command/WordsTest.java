package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.command.Words.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Test
    void cutsALineAtSpaces() {
        assertThat(Words.of("  ana \t small  ")).containsExactly(plain("ana"), plain("small"));
    }

    @Test
    void namesWhatStandsBeforeAnEqualsSign() {
        assertThat(Words.of("size=small owner=@cy"))
                .containsExactly(new Word("size", "small", true), new Word("owner", "@cy", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\"", "'a b'", "“a b”", "„a b“", "‘a b’", "«a b»"})
    void keepsSpacesTogetherInTheQuotesOfAnyKeyboard(String quoted) {
        assertThat(Words.of(quoted + " c")).containsExactly(plain("a b"), plain("c"));
    }

    @Test
    void keepsSpacesTogetherInAQuotedValue() {
        assertThat(Words.of("reason=\"for building 7\" x"))
                .containsExactly(new Word("reason", "for building 7", true), plain("x"));
    }

    @Test
    void leavesAnApostropheInsideAWordAlone() {
        assertThat(Words.of("it's Bo's")).containsExactly(plain("it's"), plain("Bo's"));
    }

    @Test
    void saysWhenAQuoteNeverEnds() {
        assertThat(Words.of("\"for building")).containsExactly(new Word(null, "for building", false));
    }

    @Test
    void takesAnEqualsSignAfterSomethingElseThanAWordAsText() {
        assertThat(Words.of("<b>=x 1=2")).containsExactly(plain("<b>=x"), plain("1=2"));
    }

    @Test
    void makesNothingOfNothing() {
        assertThat(Words.of("   ")).isEmpty();
    }

    private static Word plain(String value) {
        return new Word(null, value, true);
    }
}
