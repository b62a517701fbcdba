/** Tests of commands, parsing and the two phases of an answer. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command;
