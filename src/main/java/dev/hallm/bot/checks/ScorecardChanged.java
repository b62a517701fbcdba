package dev.hallm.bot.checks;

import dev.hallm.bot.operation.OperationId;

/** An onboarding's scorecard says something else; published in the transaction that writes it, before it commits. */
public record ScorecardChanged(OperationId operation) {}
