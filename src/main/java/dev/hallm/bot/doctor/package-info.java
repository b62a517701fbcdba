/** {@code doctor}: runs every self-check, remembers the last result, and knows what is left until the bot is set up. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"approval", "tenant", "cluster", "identity", "storage", "chat", "chat::port"})
package dev.hallm.bot.doctor;
