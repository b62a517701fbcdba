package dev.hallm.bot.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.onboarding.Transitions.Effect;
import dev.hallm.bot.onboarding.Transitions.Next;
import dev.hallm.bot.operation.ChecklistItem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
    private static Stream<Next> from(OnboardingState state) {
        return Stream.of(OnboardingEvent.values())
                .map(event -> Transitions.next(state, event))
                .flatMap(Optional::stream);
    }

    private static void walk(OnboardingState state, Set<OnboardingState> seen) {
        if (seen.add(state)) {
            from(state).forEach(next -> walk(next.state(), seen));
        }
    }

    @Test
    void reachEveryState() {
        var seen = EnumSet.noneOf(OnboardingState.class);

        walk(OnboardingState.APPROVED, seen);

        assertThat(seen).containsExactlyInAnyOrder(OnboardingState.values());
    }

    @Test
    void endWithCompletion() {
        assertThat(from(OnboardingState.COMPLETE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = OnboardingState.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLETE")
    void leadFromEveryOtherStateToCompletion(OnboardingState state) {
        var seen = EnumSet.noneOf(OnboardingState.class);

        walk(state, seen);

        assertThat(seen).contains(OnboardingState.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(ChecklistItem.class)
    void holdAtAFailureUntilSomebodyRetries(ChecklistItem item) {
        OnboardingState failed = OnboardingState.failed(item);

        assertThat(from(failed)).containsExactly(new Next(OnboardingState.running(item), Effect.REPEAT));
        assertThat(Transitions.next(OnboardingState.running(item), OnboardingEvent.failed(item)))
                .contains(new Next(failed, Effect.HOLD));
    }

    @ParameterizedTest
    @EnumSource(OnboardingEvent.class)
    void giveEveryEventAMeaning(OnboardingEvent event) {
        Set<OnboardingEvent> meant =
                Transitions.all().keySet().stream().map(Transitions.Key::event).collect(Collectors.toSet());

        assertThat(meant).contains(event);
    }
}
