package dev.hallm.bot.onboarding;

import java.util.Optional;

/** Runs the table; implemented by {@code .machine} on spring-statemachine. */
public interface OnboardingMachine {
    /** The state after the event; empty when the event means nothing in that state. */
    Optional<OnboardingState> send(OnboardingState state, OnboardingEvent event);
}
