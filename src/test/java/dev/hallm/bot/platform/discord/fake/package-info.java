/**
 * A Discord of our own for tests: REST, gateway, interactions and their clocks as Discord documents them, and as
 * strict. It knows nothing of the bot; any bot that takes an API address talks to it. Used by tests of
 * {@code platform.discord}, scenarios and the packaged jar.
 */
@NullMarked
package dev.hallm.bot.platform.discord.fake;

import org.jspecify.annotations.NullMarked;
