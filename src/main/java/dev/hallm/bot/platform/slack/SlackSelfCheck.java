package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.ClockSkew;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Whether Slack is set up: tokens, workspace, scopes and clock. */
@Component
class SlackSelfCheck implements SelfCheck {
    private static final ClockSkew CLOCK = new ClockSkew("HB-S11", "HB-S12");

    private final SlackSettings settings;
    private final SlackProbe probe;
    private final Clock clock;

    SlackSelfCheck(SlackSettings settings, SlackProbe probe, Clock clock) {
        this.settings = settings;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Slack";
    }

    @Override
    public List<Finding> findings() {
        if (settings.workspace().isEmpty()) {
            return List.of(probe.hasBotToken() ? Finding.of("HB-S03") : Finding.fine("HB-S01"));
        }
        if (!probe.hasBotToken()) {
            return List.of(Finding.of("HB-S02"));
        }
        var findings = new ArrayList<>(waysIn());
        if (probe.botTokenKind() == SlackTokenKind.BOT) {
            findings.addAll(account(settings.workspace().get()));
        } else {
            findings.add(Finding.of("HB-S04", "kind", probe.botTokenKind().words(), "swapped", swapped()));
        }
        return findings;
    }

    private String swapped() {
        boolean swapped = probe.botTokenKind() == SlackTokenKind.APP && probe.appTokenKind() == SlackTokenKind.BOT;
        return swapped ? " It and SLACK_APP_TOKEN are swapped." : "";
    }

    private List<Finding> waysIn() {
        if (!probe.hasAppToken()) {
            return List.of(probe.hasSigningSecret() ? Finding.fine("HB-S06") : Finding.of("HB-S06"));
        }
        if (probe.appTokenKind() != SlackTokenKind.APP) {
            return List.of(Finding.of("HB-S05", "kind", probe.appTokenKind().words()));
        }
        SlackProbe.Reply reply = probe.asApp("apps.connections.open");
        return List.of(reply.ok() ? Finding.fine("HB-S13") : Finding.of("HB-S13", "error", reply.error()));
    }

    private List<Finding> account(String workspace) {
        SlackProbe.Reply reply = probe.asBot("auth.test", Map.of());
        if (reply.error().equals(SlackProbe.SILENT) || reply.error().startsWith("http_")) {
            return List.of(Finding.of("HB-S07", "address", probe.address(), "error", reply.error()));
        }
        var findings = new ArrayList<>(CLOCK.findings(reply.headers(), clock));
        if (!reply.ok()) {
            findings.add(Finding.of("HB-S08", "error", reply.error()));
            return findings;
        }
        String team = reply.body().path("team_id").asString("");
        findings.add(
                team.equals(workspace)
                        ? Finding.fine("HB-S09", "workspace", workspace)
                        : Finding.of("HB-S09", "workspace", workspace, "got", team));
        findings.addAll(scopes(reply.headers()));
        return findings;
    }

    private static List<Finding> scopes(HttpHeaders headers) {
        String header = headers.getFirst("x-oauth-scopes");
        if (header == null) {
            return List.of();
        }
        Set<String> granted =
                Stream.of(header.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        List<Finding> missing = Stream.of(SlackScopes.values())
                .filter(needed -> !granted.contains(needed.scope()))
                .map(needed -> Finding.of("HB-S10", "scope", needed.scope(), "use", needed.reason()))
                .toList();
        return missing.isEmpty() ? List.of(Finding.fine("HB-S10")) : missing;
    }
}
