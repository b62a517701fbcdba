package dev.hallm.bot.approval;

import dev.hallm.bot.identity.Role;
import java.time.Duration;
import java.util.List;

/**
 * What a change needs before it runs.
 *
 * @param rule the name of the rule that says so, {@code default} when none fits
 * @param count approvals, 0 when it runs at once
 * @param reasonRequired whether the requester has to say why
 * @param expires how long a request may wait
 * @param remindAfter when approvers are reminded, counted from the request, in order
 * @param requireLinked whether a vote from another platform counts only when linked accounts show that voter, requester
 *     and owner are different people
 */
public record Requirement(
        String rule,
        int count,
        Role from,
        boolean reasonRequired,
        Duration expires,
        List<Duration> remindAfter,
        boolean requireLinked) {
    /** The name of what applies when no rule fits. */
    public static final String DEFAULT = "default";

    public Requirement {
        remindAfter = remindAfter.stream().sorted().distinct().toList();
    }

    boolean runsAtOnce() {
        return count == 0;
    }
}
