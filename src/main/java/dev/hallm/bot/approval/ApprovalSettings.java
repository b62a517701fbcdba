package dev.hallm.bot.approval;

import dev.hallm.bot.identity.Role;
import java.time.Duration;

/**
 * Who approves, as bot-config's {@code approvals.default} says.
 *
 * @param count approvals that a request needs
 * @param expires how long a request may wait
 */
public record ApprovalSettings(int count, Role from, Duration expires) {}
