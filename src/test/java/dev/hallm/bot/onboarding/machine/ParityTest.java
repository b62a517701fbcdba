package dev.hallm.bot.onboarding.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.OnboardingState;
import dev.hallm.bot.onboarding.Transitions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine does what the table says, for every pair of a state and an event. */
class ParityTest {
    private final StateMachineOnboarding machine = new StateMachineOnboarding();

    @ParameterizedTest(name = "{0} + {1}")
    @MethodSource("everyPair")
    void goesWhereTheTableSays(OnboardingState state, OnboardingEvent event) {
        assertThat(machine.send(state, event))
                .isEqualTo(Transitions.next(state, event).map(Transitions.Next::state));
    }

    static Stream<Arguments> everyPair() {
        return Stream.of(OnboardingState.values())
                .flatMap(state -> Stream.of(OnboardingEvent.values()).map(event -> Arguments.of(state, event)));
    }
}
