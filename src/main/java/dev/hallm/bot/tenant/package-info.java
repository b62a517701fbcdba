/** A tenant in this platform's words: its name, size, quota, phase, and the port that lists them. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity"})
package dev.hallm.bot.tenant;
