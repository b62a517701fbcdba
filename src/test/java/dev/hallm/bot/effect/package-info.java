/**
 * What the bot does to the worlds outside of it, so that a test can stop it in the middle. The fakes of these worlds use
 * it; it uses nothing of the bot.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.effect;
