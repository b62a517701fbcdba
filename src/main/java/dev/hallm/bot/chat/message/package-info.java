/** Messages as records without any platform's markup; renderers are exhaustive switches over them. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("message")
package dev.hallm.bot.chat.message;
