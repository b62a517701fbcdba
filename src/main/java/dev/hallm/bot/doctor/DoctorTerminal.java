package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * {@code doctor} as a process of its own, beside a running bot or without one: makes only what the checks ask for, starts
 * nothing that works on the bot's behalf, and leaves the database's schema alone.
 */
public final class DoctorTerminal {
    private static final Map<String, Object> QUIET = Map.of(
            "hallm.doctor.at-start", "false",
            "logging.threshold.console", "OFF",
            "spring.flyway.enabled", "false",
            "db-scheduler.enabled", "false",
            "spring.datasource.hikari.initialization-fail-timeout", "-1",
            "spring.datasource.hikari.minimum-idle", "0",
            "spring.main.register-shutdown-hook", "false");

    private DoctorTerminal() {}

    /**
     * Examines and prints; the exit code: 0 without problems, 1 with some.
     *
     * @param application the main class
     * @param arguments as for a start
     */
    public static int run(Class<?> application, String[] arguments, boolean json, PrintStream out) {
        Report report = examine(application, arguments);
        out.print(json ? ReportJson.of(report) : ReportText.of(report));
        out.flush();
        return report.problems() > 0 ? 1 : 0;
    }

    private static Report examine(Class<?> application, String[] arguments) {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.setLogStartupInfo(false);
        spring.addInitializers(
                context -> context.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingStarts()));
        String[] quiet = Stream.concat(
                        Stream.of(arguments).filter(argument -> argument.startsWith("--")),
                        QUIET.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = spring.run(quiet)) {
            return context.getBean(Doctor.class).examine();
        } catch (RuntimeException e) {
            return new Report(List.of(Finding.of("HB-C92", "kind", kind(e))));
        }
    }

    private static String kind(RuntimeException problem) {
        return NestedExceptionUtils.getMostSpecificCause(problem).getClass().getSimpleName();
    }
}
