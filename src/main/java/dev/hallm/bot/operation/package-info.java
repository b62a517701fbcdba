/**
 * Everything that changes the cluster: operations, their plans, the journal, and {@link
 * dev.hallm.bot.operation.Operations#submit} as the only way in. Execution is {@code .run}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"tenant", "cluster", "identity", "storage"})
package dev.hallm.bot.operation;
