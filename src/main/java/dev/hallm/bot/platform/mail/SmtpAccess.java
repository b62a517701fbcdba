package dev.hallm.bot.platform.mail;

import java.util.Properties;
import java.util.Set;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The environment's {@code SMTP_*}: where mail is handed in, and in whose name.
 *
 * @param username empty when the server wants none
 * @param from the sender's address, empty when nobody set it
 */
record SmtpAccess(String host, int port, String username, String password, String from) {
    private static final int SMTPS = 465;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    boolean isSet() {
        return !host.isBlank();
    }

    boolean canSend() {
        return isSet() && !from.isBlank();
    }

    /** A password never leaves this machine in the clear. */
    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setProtocol(port == SMTPS ? "smtps" : "smtp");
        sender.setDefaultEncoding("UTF-8");
        boolean login = !username.isBlank();
        if (login) {
            sender.setUsername(username);
            sender.setPassword(password);
        }
        Properties mail = sender.getJavaMailProperties();
        String prefix = "mail." + sender.getProtocol() + ".";
        mail.setProperty(prefix + "auth", String.valueOf(login));
        mail.setProperty(prefix + "starttls.enable", "true");
        mail.setProperty(prefix + "starttls.required", String.valueOf(login && port != SMTPS && !HERE.contains(host)));
        mail.setProperty(prefix + "ssl.checkserveridentity", "true");
        mail.setProperty(prefix + "connectiontimeout", "3000");
        mail.setProperty(prefix + "timeout", "10000");
        mail.setProperty(prefix + "writetimeout", "10000");
        return sender;
    }

    @Override
    public String toString() {
        return "SmtpAccess[" + host + ":" + port + "]";
    }
}
