package dev.hallm.bot.approval;

/** One of bot-config's {@code approvals.rules}: what is needed when a condition holds. */
public record Rule(Expression when, Requirement needs) {}
