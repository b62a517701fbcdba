package dev.hallm.bot.doctor;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs. */
final class ReportJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String of(Report report) {
        List<Entry> findings = report.findings().stream()
                .map(finding -> new Entry(finding.code(), finding.severity().word(), finding.problem(), finding.fix()))
                .toList();
        return JSON.writeValueAsString(new Whole(findings, report.problems(), report.warnings())) + "\n";
    }

    private record Whole(List<Entry> findings, int problems, int warnings) {}

    private record Entry(String code, String severity, String problem, String fix) {}
}
