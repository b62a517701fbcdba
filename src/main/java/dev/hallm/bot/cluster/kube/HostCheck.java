package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.dns.HostNames;
import dev.hallm.bot.cluster.dns.HostNames.Answer;
import dev.hallm.bot.cluster.kube.KubeTenantChecks.Seen;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether both hosts have addresses, which external-dns or a person gives them. */
@Component
class HostCheck {
    private final HostNames names;
    private final PlatformSettings settings;

    HostCheck(HostNames names, PlatformSettings settings) {
        this.names = names;
        this.settings = settings;
    }

    Seen of(TenantName tenant) {
        List<Line> lines = Stream.of("ha", "ollama")
                .map(service -> service + "." + tenant + "." + settings.domain())
                .map(host -> line(host, names.ask(host)))
                .toList();
        List<Line> missing = lines.stream().filter(line -> !line.found()).toList();
        return missing.isEmpty() ? Seen.ok(words(lines)) : Seen.pending(words(missing));
    }

    private record Line(boolean found, String words) {}

    private static Line line(String host, Answer answer) {
        return switch (answer) {
            case Answer.Addresses(List<String> addresses) -> new Line(true, host + " is " + addresses.getFirst());
            case Answer.Unknown() -> new Line(false, host + " has no address yet");
            case Answer.Unclear(String why) -> new Line(false, host + ": " + why);
        };
    }

    private static String words(List<Line> lines) {
        return lines.stream().map(Line::words).collect(Collectors.joining("; "));
    }
}
