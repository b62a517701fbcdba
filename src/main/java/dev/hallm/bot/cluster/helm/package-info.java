/** The tenant's stack as a Helm release, by helm-java. Nobody uses it but through {@code kube.StackInstaller}. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.cluster.helm;
