package dev.hallm.bot.settings;

import dev.hallm.bot.approval.Expression;
import dev.hallm.bot.approval.Requirement;
import dev.hallm.bot.cluster.CredentialSettings;
import dev.hallm.bot.identity.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what one key says against another, or against the folder of the chart. */
final class CrossChecks {
    private static final String OCI = "oci://";
    private static final Pattern OCI_FORM = Pattern.compile("oci://[^\\s:/]+(:[0-9]+)?(/[^\\s:/]+)+:[^\\s:/]+");

    private final BotConfig config;
    private final Problems problems;

    CrossChecks(BotConfig config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    void run(Path folder) {
        chart(folder);
        refuse(
                config.credentials().kubeconfig().compareTo(CredentialSettings.SHORTEST) < 0,
                "credentials.kubeconfig",
                "too short: Kubernetes makes no token for less than " + CredentialSettings.SHORTEST.toMinutes() + "m");
        if (config.sizes().isEmpty() && !problems.touch("sizes")) {
            problems.add("sizes", "empty: expected at least one size");
        }
        approvals(config.approvals());
        for (Role role : Role.values()) {
            grant("roles." + role.word(), config.roles().of(role));
        }
    }

    private void approvals(BotConfig.Approvals approvals) {
        var names = new HashSet<String>(Set.of(Requirement.DEFAULT));
        for (int i = 0; i < approvals.rules().size(); i++) {
            BotConfig.ApprovalRule rule = approvals.rules().get(i);
            String path = "approvals.rules[" + i + "]";
            refuse(
                    !names.add(rule.name()),
                    path + ".name",
                    Parsed.quoted(rule.name()) + ": another rule has this name, or it is the default's");
            Expression.problem(rule.when()).ifPresent(problem -> refuse(true, path + ".when", problem));
            if (rule.remindAfter() != null && rule.expires() != null) {
                reminders(path, rule.expires(), rule.remindAfter());
            }
        }
    }

    private void reminders(String path, Duration expires, List<Duration> reminders) {
        for (int i = 0; i < reminders.size(); i++) {
            refuse(
                    reminders.get(i).compareTo(expires) >= 0,
                    path + ".remind-after[" + i + "]",
                    "comes when the request has expired; write less than its expires");
        }
    }

    private void chart(Path folder) {
        String chart = config.platform().chart();
        if (chart.startsWith(OCI)) {
            refuse(
                    !OCI_FORM.matcher(chart).matches(),
                    "platform.chart",
                    Parsed.quoted(chart) + ": expected oci://registry/path:version");
        } else {
            refuse(
                    !Files.isRegularFile(folder.resolve(chart).resolve("Chart.yaml")),
                    "platform.chart",
                    Parsed.quoted(chart) + ": no Chart.yaml in this folder; write the folder of the chart, or"
                            + " oci://registry/path:version");
        }
    }

    private void grant(String path, BotConfig.RoleGrant grant) {
        refuse(
                grant.slack() != null && config.chat().slack() == null && !problems.touch("chat.slack"),
                path + ".slack",
                "there is no Slack: write chat.slack.workspace and its channels first");
        refuse(
                grant.discord() != null && config.chat().discord() == null && !problems.touch("chat.discord"),
                path + ".discord",
                "there is no Discord: write chat.discord.guild and its channels first");
        console(path + ".console", grant.console());
    }

    private void console(String path, List<String> listed) {
        List<String> people = config.chat().console().people();
        for (int i = 0; i < listed.size(); i++) {
            refuse(
                    !people.contains(listed.get(i)) && !problems.touch("chat.console"),
                    path + "[" + i + "]",
                    Parsed.quoted(listed.get(i)) + ": not in chat.console.people, which has "
                            + (people.isEmpty() ? "nobody" : String.join(", ", people)));
        }
    }

    private void refuse(boolean wrong, String path, String text) {
        if (wrong && !problems.touch(path)) {
            problems.add(path, text);
        }
    }
}
