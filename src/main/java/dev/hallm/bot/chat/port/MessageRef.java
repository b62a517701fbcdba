package dev.hallm.bot.chat.port;

/** A message that was posted, by the platform's own ids. */
public record MessageRef(String platform, String channel, String message) {}
