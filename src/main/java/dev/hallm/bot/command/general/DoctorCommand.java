package dev.hallm.bot.command.general;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.doctor.Doctor;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.view.DoctorReport;
import org.springframework.stereotype.Component;

/** {@code doctor}: what is wrong around the bot, and what to do about it. */
@Component
class DoctorCommand implements Command<DoctorCommand.Arguments> {
    private final Doctor doctor;

    DoctorCommand(Doctor doctor) {
        this.doctor = doctor;
    }

    record Arguments() {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("doctor", Arguments.class, Role.ADMIN);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        return new Outcome.Answer(DoctorReport.of(doctor.examine()));
    }
}
