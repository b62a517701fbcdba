package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the user groups that grant roles exist, and whether the workspace's plan has any. */
@Component
class SlackGroupsSelfCheck implements SelfCheck {
    private static final Set<String> FREE_PLAN = Set.of("plan_upgrade_required", "paid_teams_only");

    private final SlackSettings settings;
    private final SlackProbe probe;

    SlackGroupsSelfCheck(SlackSettings settings, SlackProbe probe) {
        this.settings = settings;
        this.probe = probe;
    }

    @Override
    public String subject() {
        return "Slack's user groups";
    }

    @Override
    public List<Finding> findings() {
        boolean nothingToAsk = settings.workspace().isEmpty()
                || settings.groups().isEmpty()
                || probe.botTokenKind() != SlackTokenKind.BOT;
        if (nothingToAsk || !probe.asBot("auth.test", Map.of()).ok()) {
            return List.of();
        }
        SlackProbe.Reply reply = probe.asBot("usergroups.list", Map.of());
        if (!reply.ok()) {
            return List.of(
                    FREE_PLAN.contains(reply.error())
                            ? Finding.of("HB-S30")
                            : Finding.of("HB-S32", "error", reply.error()));
        }
        Set<String> known = reply.body()
                .path("usergroups")
                .valueStream()
                .map(group -> group.path("id").asString(""))
                .collect(Collectors.toSet());
        List<Finding> unknown = settings.groups().stream()
                .sorted()
                .filter(group -> !known.contains(group))
                .map(group -> Finding.of("HB-S31", "group", group))
                .toList();
        return unknown.isEmpty() ? List.of(Finding.fine("HB-S31")) : unknown;
    }
}
