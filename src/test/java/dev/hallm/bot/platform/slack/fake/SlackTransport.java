package dev.hallm.bot.platform.slack.fake;

/** How deliveries reach the bot. */
public interface SlackTransport {
    /** Delivers and waits for the acknowledgement. */
    Receipt deliver(Delivery delivery);
}
