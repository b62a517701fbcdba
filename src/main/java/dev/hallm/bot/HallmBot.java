package dev.hallm.bot;

import dev.hallm.bot.doctor.DoctorTerminal;
import dev.hallm.bot.settings.StartCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The bot as one process; modules below this package wire themselves. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class HallmBot {
    /** Starts the bot; {@code --check} validates the configuration and exits, {@code doctor} looks at everything. */
    public static void main(String[] args) {
        switch (StartCheck.of(args, System::getProperty, System::getenv)) {
            case StartCheck.Start _ -> SpringApplication.run(HallmBot.class, args);
            case StartCheck.Doctor(boolean json) ->
                System.exit(DoctorTerminal.run(HallmBot.class, args, json, System.out));
            case StartCheck.Stop stop -> stop(stop);
        }
    }

    private static void stop(StartCheck.Stop stop) {
        (stop.exitCode() == 0 ? System.out : System.err).println(stop.text());
        System.exit(stop.exitCode());
    }
}
