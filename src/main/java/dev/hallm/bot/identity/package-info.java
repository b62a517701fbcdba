/** Who is asking: chat accounts, their groups, and the roles that these grant. Unclear means refused. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.hallm.bot.identity;
