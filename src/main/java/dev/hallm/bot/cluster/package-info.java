/**
 * The port to the platform, in our words. Implementations live in {@code .kube} (fabric8) and {@code .helm}
 * (helm-java); nobody else imports either library.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"tenant", "identity"})
package dev.hallm.bot.cluster;
