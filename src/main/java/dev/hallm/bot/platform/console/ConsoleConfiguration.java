package dev.hallm.bot.platform.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the console listens and what it serves; refuses any address that others could reach. */
@Configuration(proxyBeanMethods = false)
@Profile("dev")
class ConsoleConfiguration implements WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleConfiguration.class);

    /** Where the page's own files and its libraries lie on the class path. */
    static final List<String> ASSETS = List.of(
            "console/",
            "META-INF/resources/webjars/htmx.org/2.0.10/dist/",
            "META-INF/resources/webjars/htmx-ext-sse/2.2.2/");

    private final Environment environment;

    ConsoleConfiguration(Environment environment) {
        this.environment = environment;
        requireLoopback(environment.getProperty("server.address", ""));
    }

    /** @throws IllegalStateException when the address is missing or not this machine's own */
    static void requireLoopback(String address) {
        if (address.isBlank() || !isLoopback(address)) {
            throw new IllegalStateException("The profile dev opens the web console, where everybody may be anybody; "
                    + "it listens on this machine only. server.address is "
                    + (address.isBlank() ? "not set" : address)
                    + ": set it to 127.0.0.1, or start without the profile dev.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    @Bean
    FilterRegistrationBean<ConsoleGuard> consoleGuard() {
        var registration = new FilterRegistrationBean<>(new ConsoleGuard());
        registration.addUrlPatterns("/console", "/console/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/console/assets/**")
                .addResourceLocations(ASSETS.stream().map("classpath:/"::concat).toArray(String[]::new))
                .setCacheControl(CacheControl.maxAge(0, TimeUnit.SECONDS).mustRevalidate());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhere() {
        LOG.info("Console: http://localhost:{}/console", environment.getProperty("local.server.port", "8080"));
    }
}
