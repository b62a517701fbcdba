package dev.hallm.bot.approval;

import dev.hallm.bot.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who approves, as bot-config's {@code approvals} says.
 *
 * @param rules the first whose condition holds decides
 * @param standard what is needed when no rule fits
 */
public record ApprovalSettings(List<Rule> rules, Requirement standard) {
    public ApprovalSettings {
        rules = List.copyOf(rules);
    }

    /** The same for everything. */
    public ApprovalSettings(int count, Role from, Duration expires, boolean requireLinked) {
        this(List.of(), new Requirement(Requirement.DEFAULT, count, from, false, expires, List.of(), requireLinked));
    }

    /** Everything that may be needed, in the order of the rules. */
    public List<Requirement> requirements() {
        return Stream.concat(rules.stream().map(Rule::needs), Stream.of(standard))
                .toList();
    }
}
