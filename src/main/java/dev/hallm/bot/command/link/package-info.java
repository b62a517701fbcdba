/** Joining accounts of two platforms into one person, and parting them. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.link;
