package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    /** Ana, who is an admin, asks for a standard tenant of her own. */
    static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        for (Fact fact : Fact.values()) {
            facts.put(
                    fact.path(),
                    switch (fact.kind()) {
                        case TEXT -> "";
                        case NUMBER -> 0.0;
                        case TRUTH -> false;
                        case TEXTS -> List.of();
                    });
        }
        facts.put("operation.kind", "provision");
        facts.put("operation.size", "standard");
        facts.put("operation.after.cpu", 8.0);
        facts.put("operation.after.gpu", 1.0);
        facts.put("requester.roles", List.of("admin", "user"));
        facts.put("requester.owns", true);
        facts.put("capacity.fits", true);
        return facts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation.kind == \"provision\"",
                "operation.size in ['small', 'standard']",
                "operation.after.cpu <= 8",
                "operation.after.cpu <= 8.0",
                "operation.after.gpu == 1.0",
                "requester.owns && 'admin' in requester.roles",
                "requester.roles.exists(role, role.startsWith('adm'))",
                "!(tenant.exists) && capacity.fits",
                "operation.kind == 'provision' &&\n  operation.size != 'small'",
                "true",
            })
    void holds(String text) {
        assertThat(Expression.problem(text)).isEmpty();
        assertThat(Expression.of(text).holds(facts())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation.kind == 'delete-tenant'", "operation.after.cpu < 8", "false", "!requester.owns"})
    void doesNotHold(String text) {
        assertThat(Expression.of(text).holds(facts())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operation.knd == 'a'              | operation.knd is no fact; did you mean operation.kind? There are operation.kind, operation.size
            requester.owns && requster.owns   | requster.owns is no fact; did you mean requester.owns?
            operation                         | operation is no fact
            operation.kind                    | character 10: expected type 'bool' but found 'string'
            operation.kind == 3               | found no matching overload for '_==_' applied to '(string, int)'
            operation.after.cpu <= '8'        | found no matching overload for '_<=_' applied to '(double, string)'
            true &&                           | character
            operation.kind = 'a'              | character 16
            """)
    void saysWhatIsWrongWithIt(String text, String expected) {
        assertThat(Expression.problem(text))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains(expected).doesNotContain("candidates", "\n"));
        assertThatThrownBy(() -> Expression.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesOneThatIsTooLong() {
        assertThat(Expression.problem("true || ".repeat(200) + "true")).isPresent();
    }

    @Test
    void decidesNothingWhenItCannotBeDecided() {
        Expression expression = Expression.of("1 / 0 == 1");

        assertThatThrownBy(() -> expression.holds(facts()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 / 0 == 1");
    }
}
