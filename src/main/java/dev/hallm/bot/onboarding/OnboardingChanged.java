package dev.hallm.bot.onboarding;

/** A checklist changed; published in the transaction that writes it, before it commits. */
public record OnboardingChanged(Onboarding onboarding) {}
