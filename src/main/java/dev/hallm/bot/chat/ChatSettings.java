package dev.hallm.bot.chat;

import java.time.ZoneId;

/**
 * What every chat platform is told about this installation.
 *
 * @param command the root command's word, without slash
 * @param timeZone the zone of times where a reader's own is not known
 * @param support whom to ask, as people write it ({@code #ha-help})
 */
public record ChatSettings(String command, ZoneId timeZone, String support) {}
