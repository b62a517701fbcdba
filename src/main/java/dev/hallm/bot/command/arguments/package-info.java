/** How the types of arguments are read, completed and described. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.arguments;
