/** Commands and buttons about operations without a checklist: the ways out of one that failed. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.operation;
