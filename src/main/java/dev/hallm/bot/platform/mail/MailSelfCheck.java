package dev.hallm.bot.platform.mail;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether letters can be handed in. */
@Component
class MailSelfCheck implements SelfCheck {
    private final SmtpAccess access;

    MailSelfCheck(SmtpAccess access) {
        this.access = access;
    }

    @Override
    public String subject() {
        return "Mail";
    }

    @Override
    public List<Finding> findings() {
        if (!access.isSet()) {
            return List.of(Finding.fine("HB-M01"));
        }
        return access.canSend() ? List.of(connection()) : List.of(Finding.of("HB-M02"));
    }

    private Finding connection() {
        try {
            access.sender().testConnection();
            return Finding.fine("HB-M03", "host", access.host(), "port", access.port());
        } catch (AuthenticationFailedException _) {
            return Finding.of("HB-M04", "host", access.host());
        } catch (MessagingException _) {
            return Finding.of("HB-M03", "host", access.host(), "port", access.port());
        }
    }
}
