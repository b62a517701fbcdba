/** The web console: a chat platform for development, on 127.0.0.1 only. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.platform.console;
