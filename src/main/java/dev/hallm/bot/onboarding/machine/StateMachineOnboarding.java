package dev.hallm.bot.onboarding.machine;

import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.OnboardingMachine;
import dev.hallm.bot.onboarding.OnboardingState;
import dev.hallm.bot.onboarding.Transitions;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A machine without guards or actions, built and restored for each event. It compares states rather than believing the
 * result: a denied event is reported as accepted too.
 */
@Component
class StateMachineOnboarding implements OnboardingMachine {
    @Override
    public Optional<OnboardingState> send(OnboardingState state, OnboardingEvent event) {
        StateMachine<OnboardingState, OnboardingEvent> machine = restored(state);
        machine.sendEvent(Mono.just(MessageBuilder.withPayload(event).build())).blockLast();
        OnboardingState after = machine.getState().getId();
        machine.stopReactively().block();
        return after == state ? Optional.empty() : Optional.of(after);
    }

    private static StateMachine<OnboardingState, OnboardingEvent> restored(OnboardingState state) {
        StateMachine<OnboardingState, OnboardingEvent> machine = build();
        machine.getStateMachineAccessor()
                .doWithAllRegions(region -> region.resetStateMachineReactively(
                                new DefaultStateMachineContext<>(state, null, null, null))
                        .block());
        machine.startReactively().block();
        return machine;
    }

    private static StateMachine<OnboardingState, OnboardingEvent> build() {
        try {
            StateMachineBuilder.Builder<OnboardingState, OnboardingEvent> builder = StateMachineBuilder.builder();
            builder.configureConfiguration().withConfiguration().autoStartup(false);
            builder.configureStates()
                    .withStates()
                    .initial(OnboardingState.APPROVED)
                    .states(EnumSet.allOf(OnboardingState.class));
            var transitions = builder.configureTransitions();
            for (var entry : Transitions.all().entrySet()) {
                transitions
                        .withExternal()
                        .source(entry.getKey().state())
                        .target(entry.getValue().state())
                        .event(entry.getKey().event());
            }
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("the table of transitions makes no machine", e);
        }
    }
}
