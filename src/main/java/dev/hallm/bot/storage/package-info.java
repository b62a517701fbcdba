/** What every repository shares: time stamps, JSON and the loop that drains a table. Depends on nothing. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.hallm.bot.storage;
