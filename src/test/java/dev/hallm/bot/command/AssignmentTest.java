package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    record Example(
            TenantName name,
            @Nullable ChatAccount owner,
            @Nullable StackSize size,
            @Nullable String reason) {}

    private static final List<Parameter> PARAMETERS = Parameter.of(Example.class);

    @Test
    void fillsArgumentsInDeclaredOrder() {
        assertThat(values("ana @cy small")).isEqualTo(Map.of("name", "ana", "owner", "@cy", "size", "small"));
    }

    @Test
    void letsNamedArgumentsStandAnywhere() {
        assertThat(values("size=small ana owner=@cy"))
                .isEqualTo(Map.of("name", "ana", "owner", "@cy", "size", "small"));
    }

    @Test
    void givesTheRestOfTheLineToATextAtTheEnd() {
        assertThat(values("ana @cy small pilot for building 7")).containsEntry("reason", "pilot for building 7");
    }

    @Test
    void namesWhatIsMissing() {
        Assignment assignment = Assignment.of(PARAMETERS, "size=small");

        assertThat(assignment.isMerelyIncomplete()).isTrue();
        assertThat(assignment.missing()).extracting(Parameter::name).containsExactly("name");
    }

    @Test
    void refusesAnArgumentGivenTwice() {
        assertThat(problems("ana size=small size=standard")).containsExactly("size is given twice: small and standard");
    }

    @Test
    void suggestsTheNearestNameForAnUnknownOne() {
        assertThat(problems("ana sise=small")).containsExactly("sise is not an argument here; did you mean size?");
    }

    @Test
    void listsTheNamesWhenNoneIsNear() {
        assertThat(problems("ana replicas=3"))
                .containsExactly("replicas is not an argument here; there are name, owner, size, reason");
    }

    @Test
    void refusesAWordTooMany() {
        record One(TenantName name) {}
        assertThat(Assignment.of(Parameter.of(One.class), "ana bo").problems())
                .extracting(Problem::toString)
                .containsExactly("bo is one word too many; put quotes around a value with spaces");
    }

    @Test
    void refusesAWordWhereNoneIsTaken() {
        record None() {}
        assertThat(Assignment.of(Parameter.of(None.class), "a=b").problems())
                .extracting(Problem::toString)
                .containsExactly("a is not an argument here; this command takes none");
    }

    @Test
    void takesABlankFieldOfAFormAsNotGiven() {
        Assignment assignment = Assignment.of(PARAMETERS, Map.of("name", " ana ", "size", " "));

        assertThat(assignment.values()).isEqualTo(Map.of("name", "ana"));
    }

    private static Map<String, String> values(String line) {
        Assignment assignment = Assignment.of(PARAMETERS, line);
        assertThat(assignment.problems()).isEmpty();
        return assignment.values();
    }

    private static List<String> problems(String line) {
        return Assignment.of(PARAMETERS, line).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
