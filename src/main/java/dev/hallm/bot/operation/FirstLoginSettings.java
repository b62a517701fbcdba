package dev.hallm.bot.operation;

import java.time.Duration;

/**
 * bot-config's {@code credentials.first-login}.
 *
 * @param kept how long after the welcome the owner can still be shown the first password of their Home Assistant
 */
public record FirstLoginSettings(Duration kept) {}
