package dev.hallm.bot.approval;

import dev.hallm.bot.identity.Role;
import java.time.Duration;

/**
 * bot-config's {@code approvals.default}: what an operation needs when no rule says otherwise.
 *
 * @param count votes needed, at least 1
 * @param from the role whose holders vote
 * @param expires how long a request stays open
 */
public record ApprovalSettings(int count, Role from, Duration expires) {}
