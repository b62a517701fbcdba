/**
 * The checklist that people follow while a tenant is made. It runs nothing: it listens to operations in their
 * transaction, and a pure table says what each event means.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"operation", "approval", "tenant", "identity", "storage"})
package dev.hallm.bot.onboarding;
