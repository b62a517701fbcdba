/** What monitoring sees of the bot beside its logs: health components and gauges of what is around it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"cluster", "chat::port"})
package dev.hallm.bot.observability;
