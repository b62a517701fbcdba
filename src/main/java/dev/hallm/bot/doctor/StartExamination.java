package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Examines the bot once it is ready, beside its work, and logs what somebody should do: a line for each finding. */
@Component
class StartExamination {
    private static final Logger LOG = LoggerFactory.getLogger(StartExamination.class);

    private final Doctor doctor;
    private final boolean wanted;

    StartExamination(Doctor doctor, @Value("${hallm.doctor.at-start:true}") boolean wanted) {
        this.doctor = doctor;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (wanted) {
            Thread.ofPlatform().daemon().name("doctor").start(this::examine);
        }
    }

    private void examine() {
        Report report = doctor.examine();
        report.open().forEach(StartExamination::log);
        LOG.info("doctor: {} problems, {} warnings, {} fine", report.problems(), report.warnings(), report.fine());
    }

    private static void log(Finding finding) {
        switch (finding.severity()) {
            case PROBLEM -> LOG.warn("{} {} {}", finding.code(), finding.problem(), finding.fix());
            case WARNING, OK -> LOG.info("{} {} {}", finding.code(), finding.problem(), finding.fix());
        }
    }
}
