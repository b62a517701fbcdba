package dev.hallm.bot.settings;

import dev.hallm.bot.approval.ApprovalSettings;
import dev.hallm.bot.approval.Expression;
import dev.hallm.bot.approval.Requirement;
import dev.hallm.bot.approval.Rule;
import dev.hallm.bot.settings.BotConfig.ApprovalDefault;
import dev.hallm.bot.settings.BotConfig.ApprovalRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns {@code approvals} into the policy; what a rule leaves out is as in the default. */
final class ApprovalRules {
    private ApprovalRules() {}

    static ApprovalSettings of(BotConfig.Approvals approvals) {
        ApprovalDefault standard = approvals.standard();
        var needs = new Requirement(
                Requirement.DEFAULT,
                standard.count(),
                standard.from(),
                isRequired(standard.reason()),
                standard.expires(),
                before(standard.expires(), standard.remindAfter()),
                standard.requireLinked());
        return new ApprovalSettings(
                approvals.rules().stream().map(rule -> rule(rule, needs)).toList(), needs);
    }

    private static Rule rule(ApprovalRule rule, Requirement standard) {
        Duration expires = Objects.requireNonNullElse(rule.expires(), standard.expires());
        return new Rule(
                Expression.of(rule.when()),
                new Requirement(
                        rule.name(),
                        Objects.requireNonNullElse(rule.count(), standard.count()),
                        Objects.requireNonNullElse(rule.from(), standard.from()),
                        rule.reason() == null ? standard.reasonRequired() : isRequired(rule.reason()),
                        expires,
                        before(expires, Objects.requireNonNullElse(rule.remindAfter(), standard.remindAfter())),
                        standard.requireLinked()));
    }

    private static boolean isRequired(@Nullable String reason) {
        return "required".equals(reason);
    }

    /** A reminder of the default may come too late for a rule that waits less long. */
    private static List<Duration> before(Duration expires, List<Duration> reminders) {
        return reminders.stream()
                .filter(reminder -> reminder.compareTo(expires) < 0)
                .toList();
    }
}
