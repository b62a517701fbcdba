/**
 * bot-config: reads {@code bot-config/bot.yaml} once at start and fills the records that other modules declare. Nobody
 * imports this module; only the main class asks it whether the file is valid.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.settings;
