package dev.hallm.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The bot as one process; modules below this package wire themselves. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HallmBot {
    /** Starts the bot; {@code --check} validates the configuration and exits. */
    public static void main(String[] args) {
        SpringApplication.run(HallmBot.class, args);
    }
}
