/** The neutral language of every chat platform: messages, forms, and the port that platforms implement. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "storage"})
package dev.hallm.bot.chat;
