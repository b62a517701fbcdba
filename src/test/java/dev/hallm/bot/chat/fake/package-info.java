/** A chat platform for tests, as strict as the real ones about what it is sent. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.chat.fake;
