package dev.hallm.bot.approval;

import dev.hallm.bot.identity.Role;
import java.time.Duration;

/**
 * Who approves, as bot-config's {@code approvals.default} says.
 *
 * @param count approvals that a request needs
 * @param expires how long a request may wait
 * @param requireLinked whether a vote from another platform counts only when linked accounts show that voter, requester
 *     and owner are different people
 */
public record ApprovalSettings(int count, Role from, Duration expires, boolean requireLinked) {}
