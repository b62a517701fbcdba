/** What a chat platform implements and what it delivers. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("port")
package dev.hallm.bot.chat.port;
