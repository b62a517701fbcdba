/** Commands about the bot itself, its people and the cluster as a whole. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.general;
