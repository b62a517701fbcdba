package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Finding.Severity;
import java.util.Comparator;
import java.util.List;

/** What one examination found: problems first, then warnings, then what is fine, each in the order of codes. */
public record Report(List<Finding> findings) {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::code);

    public Report {
        findings = findings.stream().sorted(WORST_FIRST).toList();
    }

    public int problems() {
        return of(Severity.PROBLEM).size();
    }

    public int warnings() {
        return of(Severity.WARNING).size();
    }

    public int fine() {
        return of(Severity.OK).size();
    }

    /** Everything that somebody should do something about. */
    public List<Finding> open() {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .toList();
    }

    /** The findings of one severity. */
    public List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
