/**
 * The acceptance test of a tenant as part of its onboarding: the scorecard, and the later looks at what others have
 * still to do. Views read it.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"operation", "cluster", "tenant", "storage"})
package dev.hallm.bot.checks;
