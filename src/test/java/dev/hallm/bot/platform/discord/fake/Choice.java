package dev.hallm.bot.platform.discord.fake;

/** A suggestion of an autocomplete answer. */
public record Choice(String name, String value) {}
