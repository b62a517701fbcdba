package dev.hallm.bot.platform.mail;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.ChatPlatform;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Letters by SMTP, as plain text. The Message-ID is made of the outbox' key, so that a letter which goes out twice after
 * a crash is one to mail programs.
 */
final class MailPlatform implements ChatPlatform {
    private static final Logger LOG = LoggerFactory.getLogger(MailPlatform.class);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final SmtpAccess access;
    private final JavaMailSender sender;
    private final Clock clock;

    MailPlatform(SmtpAccess access, JavaMailSender sender, Clock clock) {
        this.access = access;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Destination.Mail.PLATFORM;
    }

    @Override
    public boolean converses() {
        return false;
    }

    @Override
    public boolean sends() {
        return access.canSend();
    }

    @Override
    public Sent post(Destination to, Message message, ActionIds actions, Attempt attempt) {
        return to instanceof Destination.Mail(String address)
                ? send(address, message, attempt.nonce())
                : new Sent.Undeliverable("no mail address");
    }

    private Sent send(String address, Message message, String nonce) {
        try {
            String id = messageId(nonce);
            sender.send(letter(address, message, id));
            return new Sent.Delivered(new MessageRef(name(), address, id));
        } catch (MailSendException e) {
            return isRefused(e) ? new Sent.Undeliverable("the mail server refuses the address") : later(e);
        } catch (MailException | MessagingException e) {
            return later(e);
        }
    }

    private MimeMessage letter(String address, Message message, String id) throws MessagingException {
        MimeMessage letter = sender.createMimeMessage();
        letter.setFrom(new InternetAddress(access.from()));
        letter.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address));
        letter.setSubject(MailText.subject(message), "UTF-8");
        letter.setText(MailText.body(message), "UTF-8");
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("Message-ID", id);
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }

    private String messageId(String nonce) {
        String domain = access.from().substring(access.from().indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<hallm." + nonce.replaceAll("[^A-Za-z0-9]+", ".") + "@" + (domain.isEmpty() ? "localhost" : domain)
                + ">";
    }

    /** An address that is refused for good; everything else may pass. */
    private static boolean isRefused(MailSendException problem) {
        return Stream.of(problem.getMessageExceptions())
                .anyMatch(why -> why instanceof SendFailedException failed
                        && failed.getInvalidAddresses() != null
                        && failed.getInvalidAddresses().length > 0);
    }

    private static Sent later(Exception problem) {
        LOG.warn("a letter could not be handed in: {}", problem.getClass().getSimpleName());
        return new Sent.Later(LATER, "the mail server does not take it");
    }

    @Override
    public Sent edit(MessageRef ref, Message message, ActionIds actions, Urgency urgency) {
        return new Sent.Undeliverable("a letter cannot be changed");
    }

    @Override
    public Sent whisper(Destination.Reply to, Message secret, ActionIds actions) {
        return new Sent.Undeliverable("mail keeps what it carries");
    }
}
