/** The web console: a chat platform for development, on 127.0.0.1 only. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("console")
package dev.hallm.bot.platform.console;
