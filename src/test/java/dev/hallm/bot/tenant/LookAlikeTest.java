package dev.hallm.bot.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            John-Doe           | john-doe
            john.doe           | john-doe
            'john doe'         | john-doe
            john_doe           | john-doe
            jоhn-dое           | john-doe
            Αnα                | ana
            ｊｏｈｎ           | john
            José Núñez         | jose-nunez
            Straße             | strasse
            Łukasz             | lukasz
            --a--b--           | a-b
            <b>john</b>        | b-john-b
            """)
    void proposesWhatWasProbablyMeant(String typed, String expected) {
        assertThat(LookAlike.proposal(typed)).contains(new TenantName(expected));
    }

    @Test
    void proposesNothingWhenNothingIsLeft() {
        assertThat(LookAlike.proposal("\u65e5\u672c")).isEmpty();
        assertThat(LookAlike.proposal("--- ")).isEmpty();
    }

    @Test
    void shortensWhatIsTooLong() {
        assertThat(LookAlike.proposal("a".repeat(45) + "-" + "b".repeat(20))).contains(new TenantName("a".repeat(45)));
    }

    /** Whatever is typed, a proposal is a valid name, and the proposal for a valid name is that name. */
    @RepeatedTest(20)
    void proposesValidNamesOnly(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            String typed = random.ints(random.nextInt(60), 1, 0x2fff)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            LookAlike.proposal(typed)
                    .ifPresent(
                            name -> assertThat(LookAlike.proposal(name.value())).contains(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"john-d0e,john-doe", "1i-wei,li-wei", "rnaria,maria", "john--doe,john-doe", "vvill,will"})
    void knowsWhatIsEasilyTakenForAnother(String one, String other) {
        assertThat(LookAlike.areAlike(new TenantName(one), new TenantName(other)))
                .isTrue();
        assertThat(LookAlike.areAlike(new TenantName(other), new TenantName(one)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"maria,maria", "maria,mario", "john-2,john-3", "team-a,team-b"})
    void leavesOthersApart(String one, String other) {
        assertThat(LookAlike.areAlike(new TenantName(one), new TenantName(other)))
                .isFalse();
    }
}
