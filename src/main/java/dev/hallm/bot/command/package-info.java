/**
 * Commands: declaration, catalogue, dispatcher and inbox. One class per command; everything that people see of a
 * command's shape (help, forms, completion, docs) is derived from its declaration.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command;
