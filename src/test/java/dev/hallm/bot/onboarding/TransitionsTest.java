package dev.hallm.bot.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.onboarding.Transitions.Effect;
import dev.hallm.bot.onboarding.Transitions.Next;
import dev.hallm.bot.operation.ChecklistItem;
import java.util.EnumSet;
import java.util.List;
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

    @ParameterizedTest
    @EnumSource(
            value = OnboardingState.class,
            names = {"COMPLETE", "ROLLED_BACK"})
    void endForGoodOnlyWithAllDoneOrAllGone(OnboardingState state) {
        assertThat(from(state)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OnboardingState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMPLETE", "ROLLED_BACK"})
    void leadFromEveryOtherStateToAnEnd(OnboardingState state) {
        var seen = EnumSet.noneOf(OnboardingState.class);

        walk(state, seen);

        assertThat(seen).contains(OnboardingState.ROLLED_BACK);
    }

    @ParameterizedTest
    @EnumSource(ChecklistItem.class)
    void holdAtAFailureUntilSomebodyDecides(ChecklistItem item) {
        OnboardingState failed = OnboardingState.failed(item);

        assertThat(Transitions.next(OnboardingState.running(item), OnboardingEvent.failed(item)))
                .contains(new Next(failed, Effect.HOLD));
        assertThat(from(failed))
                .contains(
                        new Next(OnboardingState.running(item), Effect.REPEAT),
                        new Next(OnboardingState.CANCELLED, Effect.STOP),
                        new Next(OnboardingState.ROLLING_BACK, Effect.UNDO))
                .hasSize(item.isSkippable() ? 4 : 3);
    }

    @Test
    void leaveOutWhatIsHarmlessOnly() {
        assertThat(Transitions.next(OnboardingState.WELCOME_FAILED, OnboardingEvent.SKIP))
                .contains(new Next(OnboardingState.COMPLETE, Effect.LEAVE_OUT));
        assertThat(Transitions.next(OnboardingState.CHECKS_FAILED, OnboardingEvent.SKIP))
                .contains(new Next(OnboardingState.WELCOME, Effect.LEAVE_OUT));
        for (ChecklistItem needed : List.of(
                ChecklistItem.NAMESPACE,
                ChecklistItem.QUOTA,
                ChecklistItem.STACK,
                ChecklistItem.FIRST_LOGIN,
                ChecklistItem.CREDENTIALS,
                ChecklistItem.INGRESS)) {
            assertThat(Transitions.next(OnboardingState.failed(needed), OnboardingEvent.SKIP))
                    .isEmpty();
        }
    }

    @Test
    void holdARollBackThatFailsAndKeepTheRestIfAPersonGivesUp() {
        assertThat(from(OnboardingState.ROLLBACK_FAILED))
                .containsExactlyInAnyOrder(
                        new Next(OnboardingState.ROLLING_BACK, Effect.REPEAT),
                        new Next(OnboardingState.CANCELLED, Effect.STOP));
    }

    @Test
    void neverStopARollBackHalfWay() {
        assertThat(Transitions.next(OnboardingState.ROLLING_BACK, OnboardingEvent.CANCEL))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OnboardingEvent.class)
    void giveEveryEventAMeaning(OnboardingEvent event) {
        Set<OnboardingEvent> meant =
                Transitions.all().keySet().stream().map(Transitions.Key::event).collect(Collectors.toSet());

        assertThat(meant).contains(event);
    }
}
