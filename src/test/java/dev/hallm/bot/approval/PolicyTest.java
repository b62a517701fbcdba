package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Operation ADA = Samples.provision("ada");
    private static final Operation ROTATION = new Operation.RotateCredentials(ADA.tenant(), Samples.OLA, Samples.ANA);
    private static final Requirement STANDARD = needs("default", 1);

    static Requirement needs(String rule, int count) {
        return new Requirement(rule, count, Role.APPROVER, false, Duration.ofHours(8), List.of(), true);
    }

    private static Policy policy(Rule... rules) {
        return new Policy(new ApprovalSettings(List.of(rules), STANDARD));
    }

    private static Rule rule(String name, String when) {
        return new Rule(Expression.of(when), needs(name, 2));
    }

    @Test
    void goesByTheDefaultWithoutLookingWhenThereAreNoRules() {
        Requirement needs = policy().of(ADA, () -> {
            throw new AssertionError("looked");
        });

        assertThat(needs).isEqualTo(STANDARD);
    }

    @Test
    void goesByTheFirstRuleThatFits() {
        Policy policy = policy(
                rule("other", "operation.kind == 'delete-tenant'"),
                rule("first", "operation.size == 'standard'"),
                rule("second", "operation.size == 'standard'"));

        assertThat(policy.of(ADA, ExpressionTest::facts).rule()).isEqualTo("first");
    }

    @Test
    void goesByTheDefaultWhenNoRuleFits() {
        assertThat(policy(rule("other", "operation.size == 'huge'")).of(ADA, ExpressionTest::facts))
                .isEqualTo(STANDARD);
    }

    @Test
    void letsOwnersRenewTheirCredentialsUntilARuleSaysOtherwise() {
        Policy silent = policy(rule("other", "operation.size == 'huge'"));
        Policy strict = policy(rule("keys", "operation.kind == 'rotate-credentials'"));
        Map<String, Object> facts = new HashMap<>(ExpressionTest.facts());
        facts.put("operation.kind", "rotate-credentials");

        assertThat(silent.of(ROTATION, () -> facts).runsAtOnce()).isTrue();
        assertThat(strict.of(ROTATION, () -> facts).rule()).isEqualTo("keys");
    }

    /** Whatever the thresholds: the rule that decides is the first whose threshold is not exceeded. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void decidesAsAPersonWouldWhoReadsTheRulesInOrder(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int[] most = random.ints(5, 0, 64).toArray();
            double cpu = random.nextInt(0, 70);
            Rule[] rules = IntStream.range(0, most.length)
                    .mapToObj(i -> rule("r" + i, "operation.after.cpu <= " + most[i]))
                    .toArray(Rule[]::new);
            Map<String, Object> facts = new HashMap<>(ExpressionTest.facts());
            facts.put("operation.after.cpu", cpu);

            String expected = IntStream.range(0, most.length)
                    .filter(i -> cpu <= most[i])
                    .mapToObj(i -> "r" + i)
                    .findFirst()
                    .orElse("default");
            assertThat(policy(rules).of(ADA, () -> facts).rule()).isEqualTo(expected);
        }
    }
}
