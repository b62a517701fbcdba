package dev.hallm.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Finding.Severity;
import dev.hallm.bot.chat.port.SelfCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class DoctorTest {
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void putsProblemsFirst() {
        check("one", () -> List.of(Finding.fine("HB-S01"), Finding.of("HB-C02")));
        check("other", () -> List.of(Finding.of("HB-S30"), Finding.of("HB-B03")));

        Report report = doctor(Duration.ofSeconds(5)).examine();

        assertThat(report.findings()).extracting(Finding::code).containsExactly("HB-B03", "HB-S30", "HB-C02", "HB-S01");
        assertThat(report.problems()).isEqualTo(2);
        assertThat(report.warnings()).isOne();
        assertThat(report.fine()).isOne();
    }

    @Test
    void makesAFailingCheckAFindingWithoutItsSecrets() {
        check("Slack", () -> {
            throw new IllegalStateException("xoxb-secret");
        });
        check("other", () -> List.of(Finding.fine("HB-S01")));

        Report report = doctor(Duration.ofSeconds(5)).examine();

        assertThat(report.findings()).extracting(Finding::code).containsExactly("HB-C90", "HB-S01");
        assertThat(report.findings().getFirst().problem())
                .matches("The check of Slack failed inside the bot, reference [0-9a-f]{4}-[0-9a-f]{4}\\.")
                .doesNotContain("secret");
    }

    @Test
    void givesUpOnACheckThatHangs() {
        var never = new CountDownLatch(1);
        check("Discord", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        check("other", () -> List.of(Finding.fine("HB-S01")));

        Report report = doctor(Duration.ofMillis(50)).examine();

        assertThat(report.findings()).extracting(Finding::code).containsExactly("HB-C91", "HB-S01");
        assertThat(report.findings().getFirst().severity()).isEqualTo(Severity.PROBLEM);
    }

    @Test
    void remembersTheLastReport() {
        Doctor doctor = doctor(Duration.ofSeconds(5));
        assertThat(doctor.last()).isEmpty();

        Report report = doctor.examine();

        assertThat(doctor.last()).contains(report);
    }

    private Doctor doctor(Duration longest) {
        return new Doctor(beans.getBeanProvider(SelfCheck.class), longest);
    }

    private void check(String subject, Supplier<List<Finding>> findings) {
        beans.registerSingleton(subject, new SelfCheck() {
            @Override
            public String subject() {
                return subject;
            }

            @Override
            public List<Finding> findings() {
                return findings.get();
            }
        });
    }
}
