/**
 * Who is asking: chat accounts, which of them are one person, their groups, and the roles that these grant. Unclear
 * means refused.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage"})
package dev.hallm.bot.identity;
