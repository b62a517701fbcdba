package dev.hallm.bot.storage;

/** The databases that the bot runs on. */
public enum Db {
    H2,
    POSTGRES
}
