package dev.hallm.bot.platform.mail;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail, once {@code SMTP_HOST} says where it is handed in; without it there is none. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    SmtpAccess smtpAccess(
            @Value("${SMTP_HOST:}") String host,
            @Value("${SMTP_PORT:587}") int port,
            @Value("${SMTP_USERNAME:}") String username,
            @Value("${SMTP_PASSWORD:}") String password,
            @Value("${SMTP_FROM:}") String from) {
        return new SmtpAccess(host.strip(), port, username, password, from.strip());
    }

    @Bean
    @ConditionalOnExpression("!'${SMTP_HOST:}'.isBlank()")
    MailPlatform mailPlatform(SmtpAccess access, Clock clock) {
        return new MailPlatform(access, access.sender(), clock);
    }
}
