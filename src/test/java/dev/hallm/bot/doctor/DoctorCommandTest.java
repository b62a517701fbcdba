package dev.hallm.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Finding.Severity;
import dev.hallm.bot.scenario.InMemoryBot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole bot on the cluster in memory. */
class DoctorCommandTest extends InMemoryBot {
    @Autowired
    Doctor doctor;

    @Test
    void findsTheEmbeddedDefaultInOrder() {
        Report report = doctor.examine();

        assertThat(report.of(Severity.PROBLEM)).isEmpty();
        assertThat(report.of(Severity.WARNING)).extracting(Finding::code).containsExactly("HB-I02", "HB-K23");
        assertThat(report.of(Severity.OK))
                .extracting(Finding::code)
                .contains("HB-B01", "HB-B03", "HB-B04", "HB-C01", "HB-I03", "HB-K02", "HB-K05", "HB-K10", "HB-S01");
    }
}
